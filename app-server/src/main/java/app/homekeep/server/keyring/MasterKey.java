// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import app.homekeep.server.store.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key above all others: 256 random bits in `<data>/keys/master.key`, made once. Nothing is encrypted with it; keys
/// for that are derived by HKDF-SHA256 (RFC 5869). Immutable; never printed.
final class MasterKey {
    private static final int BYTES = 32;

    private final byte[] secret;

    private MasterKey(byte[] secret) {
        this.secret = secret;
    }

    static Path fileIn(Path dataFolder) {
        return dataFolder.resolve("keys").resolve("master.key");
    }

    /// Makes the key and keeps it.
    static MasterKey make(Path file, SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        try {
            PrivateFiles.makeFolder(folderOf(file));
            PrivateFiles.write(file, Base64.getEncoder().encode(secret));
        } catch (IOException e) {
            throw new KeyringUnusable("The master key " + file + " could not be written.", e);
        }
        return new MasterKey(secret);
    }

    /// @throws KeyringUnusable when it can't be read, is no key, or others may read it
    static MasterKey read(Path file) {
        try {
            if (PrivateFiles.isOpenToOthers(file) || PrivateFiles.isOpenToOthers(folderOf(file))) {
                throw new KeyringUnusable("Others than the server's own account may read the master key " + file
                        + ". Give the file mode 600 and its folder mode 700; if somebody may have read it, rotate the"
                        + " keys.");
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length == BYTES) {
                return new MasterKey(secret);
            }
        } catch (IOException e) {
            throw new KeyringUnusable("The master key " + file + " can't be read.", e);
        } catch (IllegalArgumentException e) {
            // No Base64: answered below, without the exception, whose text quotes the content.
        }
        throw new KeyringUnusable(
                "The master key " + file + " is damaged. Put it back from a backup; nothing was changed.");
    }

    /// The key that wraps keys of a purpose.
    byte[] wrappingKey(Purpose purpose) {
        byte[] info = ("homekeep wrap " + purpose.wire()).getBytes(StandardCharsets.UTF_8);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(new SecretKeySpec(secret, "Generic"))
                            .thenExpand(info, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has HKDF", e);
        }
    }

    private static Path folderOf(Path file) {
        return file.resolveSibling(".").normalize();
    }
}
