// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

/// A signing key that the owner keeps in a file: base64 of at least 32 bytes.
final class FixedKey {
    private static final int LEAST = 32;

    private FixedKey() {}

    static Keyring.Key read(Path file) {
        byte[] key;
        try {
            key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | IllegalArgumentException _) {
            // Their texts may quote what is in the file.
            throw unusable(file);
        }
        if (key.length < LEAST) {
            throw unusable(file);
        }
        // The id is the same at each start and tells nothing of the key.
        byte[] id = MasterKey.derive(key, "homekeep:kid:v1");
        return new Keyring.Key("file-" + HexFormat.of().formatHex(id, 0, 8), key);
    }

    private static KeyringUnusable unusable(Path file) {
        return new KeyringUnusable(
                "jwt_key_file_unusable",
                "HOMEKEEP_JWT_KEY_FILE must name a readable file with the base64 form of at least 32 bytes: " + file
                        + ".");
    }
}
