// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// The most used passwords, read when the first one is asked for. Thread-safe.
public final class CommonPasswords {
    private static final class Holder {
        static final Set<String> WORDS = read();
    }

    /// Whether the word, or the word without the digits and signs people hang on it, is one of them.
    ///
    /// @param plain in lower case
    public boolean contains(String plain) {
        return Holder.WORDS.contains(plain) || Holder.WORDS.contains(bare(plain));
    }

    private static String bare(String plain) {
        int end = plain.length();
        while (end > 0 && !Character.isLetter(plain.charAt(end - 1))) {
            end--;
        }
        return plain.substring(0, end);
    }

    private static Set<String> read() {
        try (InputStream in =
                        Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-passwords.txt"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Set<String> words = new HashSet<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(words::add);
            return Set.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
