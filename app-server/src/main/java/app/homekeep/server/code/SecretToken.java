// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret that its holder hands back once or often: a refresh token, an invite, the ticket of a sign-in, a code. Only
/// its
/// SHA-256 is kept, which is enough for what is random.
///
/// @param text as its holder has it
public record SecretToken(String text) {
    private static final int BYTES = 32;

    /// A new one, of 256 bits.
    public static SecretToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// What is kept of it.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Without the secret, so that it never gets into a log.
    @Override
    public String toString() {
        return "SecretToken";
    }
}
