// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.server.keyring.SealBroken;
import app.homekeep.server.keyring.SecretBox;
import app.homekeep.server.process.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `<data>/tls`: two PEM files, each with certificates and the sealed key of the last one, so that a certificate and
/// its key are always written together.
///
/// ```
/// ca.pem    root, intermediate, the intermediate's key
/// leaf.pem  leaf, the leaf's key
/// ```
final class CertificateFolder {
    private final Path folder;
    private final SecretBox box;

    CertificateFolder(Path folder, SecretBox box) {
        this.folder = folder;
        this.box = box;
    }

    /// The authority; empty on a first run only.
    ///
    /// @throws CertificatesUnusable when it is damaged or gone
    Optional<Authority> authority() {
        if (isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Pem> blocks = read("ca.pem", 3);
            X509Certificate root = blocks.get(0).certificate();
            X509Certificate intermediate = blocks.get(1).certificate();
            root.verify(root.getPublicKey());
            intermediate.verify(root.getPublicKey());
            return Optional.of(new Authority(root, intermediate, sealedKey(blocks)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new CertificatesUnusable(
                    "home_ca_damaged",
                    "The home's certificate authority is damaged: " + folder + ". Put it back from a backup.",
                    e);
        }
    }

    Authority keep(X509Certificate root, X509Certificate intermediate, PrivateKey key) {
        byte[] sealed = box.seal(key.getEncoded(), associated("intermediate", intermediate));
        write("ca.pem", Stream.of(Pem.of(root), Pem.of(intermediate), new Pem(Pem.SEALED_KEY, sealed)));
        return new Authority(root, intermediate, sealed);
    }

    /// The intermediate's key, needed for nothing but to issue.
    ///
    /// @throws CertificatesUnusable when it doesn't open with this server's keys
    PrivateKey key(Authority authority) {
        try {
            return open(authority.sealedKey(), associated("intermediate", authority.intermediate()));
        } catch (SealBroken | GeneralSecurityException e) {
            throw new CertificatesUnusable(
                    "home_ca_key_unusable",
                    "The key of the home's certificate authority does not belong to this server's keys: " + folder
                            + ". Restore both from the same backup.",
                    e);
        }
    }

    /// The leaf that the authority signed; empty when there is none or it is damaged, for it is easily made anew.
    Optional<Leaf> leaf(Authority authority) {
        try {
            List<Pem> blocks = read("leaf.pem", 2);
            X509Certificate certificate = blocks.getFirst().certificate();
            certificate.verify(authority.intermediate().getPublicKey());
            return Optional.of(new Leaf(certificate, open(sealedKey(blocks), associated("leaf", certificate))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | SealBroken _) {
            return Optional.empty();
        }
    }

    void keep(Leaf leaf) {
        byte[] sealed = box.seal(leaf.key().getEncoded(), associated("leaf", leaf.certificate()));
        write("leaf.pem", Stream.of(Pem.of(leaf.certificate()), new Pem(Pem.SEALED_KEY, sealed)));
    }

    private boolean isEmpty() {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            // What a crash left of a first run that wrote nothing yet.
            return files.allMatch(file -> file.getFileName().toString().endsWith(".new"));
        } catch (IOException e) {
            throw new CertificatesUnusable("home_ca_damaged", "The folder can't be read: " + folder + ".", e);
        }
    }

    private List<Pem> read(String file, int blocks) throws IOException {
        List<Pem> found = Pem.parse(Files.readString(folder.resolve(file), StandardCharsets.US_ASCII));
        if (found.size() != blocks) {
            throw new IOException(file + " has " + found.size() + " parts");
        }
        return found;
    }

    private void write(String file, Stream<Pem> blocks) {
        String text = blocks.map(Pem::text).collect(Collectors.joining());
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.write(folder.resolve(file), text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new CertificatesUnusable(
                    "home_ca_not_written", "The certificates can't be written: " + folder + ".", e);
        }
    }

    private PrivateKey open(byte[] sealed, String associated) throws GeneralSecurityException {
        byte[] plain = box.open(sealed, associated);
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(plain));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] sealedKey(List<Pem> blocks) throws IOException {
        Pem last = blocks.getLast();
        if (!last.type().equals(Pem.SEALED_KEY)) {
            throw new IOException("no key");
        }
        return last.bytes();
    }

    /// A key opens beside its own certificate only.
    private static String associated(String kind, X509Certificate certificate) {
        return "tls:" + kind + ":" + Sha256.of(certificate) + ":v1";
    }
}
