// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.code;

import java.security.SecureRandom;
import java.util.Locale;

/// A one-time code of 80 random bits that people read to each other, such as `7KQ4-M2XD-9TRA-C6WN`. Its letters are
/// Crockford's: none looks like a digit, and what is mistaken all the same is put right.
public final class SpokenCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS = 16;
    private static final int GROUP = 4;

    private SpokenCode() {}

    /// A new one, in groups.
    public static String random(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /// The one form in which codes are hashed and compared: spaces, dashes and case don't matter.
    public static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
