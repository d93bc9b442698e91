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
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `<data>/tls/own.pem`: the owner's own certificate, those that lead to its authority, and its key, sealed.
final class OwnFile {
    private final Path folder;
    private final Path file;
    private final SecretBox box;

    OwnFile(Path folder, SecretBox box) {
        this.folder = folder;
        this.file = folder.resolve("own.pem");
        this.box = box;
    }

    /// @return empty where the owner has none
    /// @throws IOException where it is damaged, or its key doesn't open with this server's keys
    Optional<KeyedChain> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<Pem> blocks = new ArrayList<>(Pem.parse(Files.readString(file, StandardCharsets.US_ASCII)));
            if (blocks.size() < 2 || !blocks.getLast().type().equals(Pem.SEALED_KEY)) {
                throw new IOException("parts are missing");
            }
            byte[] sealed = blocks.removeLast().bytes();
            List<X509Certificate> chain = new ArrayList<>();
            for (Pem block : blocks) {
                chain.add(block.certificate());
            }
            return Optional.of(opened(chain, sealed));
        } catch (GeneralSecurityException | IllegalArgumentException | SealBroken e) {
            throw new IOException(e);
        }
    }

    /// The whole file, to be put back by [#write(Optional)].
    Optional<byte[]> content() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    byte[] sealed(KeyedChain own) {
        byte[] key = own.key().getEncoded();
        try {
            byte[] sealed = box.seal(key, associated(own.leaf()));
            String chain = own.chain().stream().map(one -> Pem.of(one).text()).collect(Collectors.joining());
            return (chain + new Pem(Pem.SEALED_KEY, sealed).text()).getBytes(StandardCharsets.US_ASCII);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// @param content empty for no file
    void write(Optional<byte[]> content) throws IOException {
        if (content.isPresent()) {
            PrivateFiles.folder(folder);
            PrivateFiles.write(file, content.get());
        } else {
            Files.deleteIfExists(file);
        }
    }

    private KeyedChain opened(List<X509Certificate> chain, byte[] sealed) throws GeneralSecurityException, IOException {
        X509Certificate leaf = chain.getFirst();
        byte[] plain = box.open(sealed, associated(leaf));
        try {
            var key = KeyFactory.getInstance(leaf.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(plain));
            if (!OwnChain.isPair(leaf.getPublicKey(), key)) {
                throw new IOException("the key is another one's");
            }
            return new KeyedChain(chain, key);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// A key opens beside its own certificate only.
    private static String associated(X509Certificate certificate) {
        return "tls:own:" + Sha256.of(certificate) + ":v1";
    }
}
