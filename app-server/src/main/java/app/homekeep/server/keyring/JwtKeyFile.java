// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A fixed signing key from a file that the owner names in `HOMEKEEP_JWT_KEY_FILE`.
final class JwtKeyFile {
    private static final int SHORTEST = 32;

    private JwtKeyFile() {}

    /// @throws KeyringUnusable when it can't be read, is no Base64, or is too short
    static Key read(Path file) {
        byte[] secret = decoded(file);
        if (secret.length < SHORTEST) {
            throw new KeyringUnusable("The signing key in " + file + " (HOMEKEEP_JWT_KEY_FILE) is too short: it needs "
                    + SHORTEST + " bytes or more, in Base64.");
        }
        return new Key(id(secret), secret);
    }

    private static byte[] decoded(Path file) {
        try {
            return Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
        } catch (IOException e) {
            throw new KeyringUnusable("The signing key " + file + " (HOMEKEEP_JWT_KEY_FILE) can't be read.", e);
        } catch (IllegalArgumentException e) {
            // Without the cause: its text quotes the content.
            throw new KeyringUnusable("The signing key in " + file + " (HOMEKEEP_JWT_KEY_FILE) is not Base64.");
        }
    }

    /// The same key has the same id on every server, and its id tells nothing about it.
    private static String id(byte[] secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("homekeep jwt key id".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(secret), 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
