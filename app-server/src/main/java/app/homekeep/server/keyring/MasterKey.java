// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import app.homekeep.server.process.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The 256 bits in `master.key`, under which the database's keys are wrapped. Thread-safe.
final class MasterKey {
    static final String FILE = "master.key";

    private static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    /// Derived from the master, so that the master itself is never a cipher's key.
    private final byte[] wrapping;

    private MasterKey(byte[] master) {
        this.wrapping = derive(master, "homekeep:wrap:v1");
    }

    /// The key of a database that has nothing wrapped yet: the one there, else a new one, durable on return.
    static MasterKey readOrMake(Path folder, SecureRandom random) {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            return read(folder);
        }
        byte[] master = new byte[LENGTH];
        random.nextBytes(master);
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.write(file, master);
        } catch (IOException e) {
            throw new KeyringUnusable("master_key_not_written", "The master key can't be written: " + file + ".", e);
        }
        return new MasterKey(master);
    }

    static MasterKey read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new KeyringUnusable(
                    "master_key_missing",
                    "The master key is missing: " + file + ". Put it back, or restore a backup with its keys.");
        }
        try {
            if (isOpenToOthers(file)) {
                throw new KeyringUnusable(
                        "master_key_too_open",
                        "Others on this computer may read the master key: " + file
                                + ". Let only the server's own account read it.");
            }
            byte[] master = Files.readAllBytes(file);
            if (master.length != LENGTH) {
                throw new KeyringUnusable(
                        "master_key_damaged", "The master key is damaged: " + file + ". Put it back from a backup.");
            }
            return new MasterKey(master);
        } catch (IOException e) {
            throw new KeyringUnusable("master_key_unreadable", "The master key can't be read: " + file + ".", e);
        }
    }

    byte[] wrap(byte[] key, String associated, SecureRandom random) {
        return Sealing.seal(wrapping, key, associated.getBytes(StandardCharsets.UTF_8), random);
    }

    byte[] unwrap(byte[] wrapped, String associated) throws AEADBadTagException {
        return Sealing.open(wrapping, wrapped, associated.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        try {
            return !OWNERS.containsAll(Files.getPosixFilePermissions(file));
        } catch (UnsupportedOperationException _) {
            // Windows: the folder's access list, which its files inherit, has one entry.
            return false;
        }
    }

    /// HKDF-SHA256 (RFC 5869) of 256 random bits; the salt may be empty then.
    static byte[] derive(byte[] secret, String info) {
        try {
            SecretKey derived = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(info.getBytes(StandardCharsets.UTF_8), LENGTH));
            return derived.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HKDF", e);
        }
    }
}
