// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// What an invite's link carries: 256 bits nobody can guess. Kept as its SHA-256, which is enough for what is random.
record InviteToken(String text) {
    private static final int BYTES = 32;

    static InviteToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new InviteToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Without the token, so that it never gets into a log.
    @Override
    public String toString() {
        return "InviteToken";
    }
}
