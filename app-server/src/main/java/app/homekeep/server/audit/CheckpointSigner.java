// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.keyring.SealBroken;
import app.homekeep.server.keyring.SecretBox;
import app.homekeep.server.store.Transaction;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs checkpoints with Ed25519 and checks the signatures. The key is made when the first one is needed. Its private
/// half lies encrypted beside the public one, and opens only there: so whoever can write into the database, but has not
/// the master key, can't put a key of their own in its place. Signing happens on the writer's thread.
final class CheckpointSigner {
    private static final String ALGORITHM = "Ed25519";

    private final SecretBox box;
    private @Nullable SigningKey key;

    CheckpointSigner(SecretBox box) {
        this.box = box;
    }

    Checkpoint sign(Transaction tx, AuditHead head, long now) {
        SigningKey signing = key(tx, now);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing.privateKey);
            signature.update(Checkpoint.signed(head.seq(), now, head.hash()));
            return new Checkpoint(head.seq(), now, head.hash(), signing.id, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AuditFailed("A checkpoint of the audit log could not be signed.", e);
        }
    }

    /// The public key of a row, if the private one beside it proves that it is ours.
    Optional<PublicKey> trusted(CheckpointStore.SigningKeyRow row) {
        try {
            box.open(row.privateKey(), place(row.id(), row.publicKey()));
            return Optional.of(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(row.publicKey())));
        } catch (SealBroken | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    static boolean isSignedBy(PublicKey publicKey, Checkpoint checkpoint) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(Checkpoint.signed(checkpoint.seq(), checkpoint.at(), checkpoint.hash()));
            return signature.verify(checkpoint.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private SigningKey key(Transaction tx, long now) {
        SigningKey known = key;
        if (known != null) {
            return known;
        }
        SigningKey found =
                CheckpointStore.newestKey(tx.handle()).map(this::opened).orElseGet(() -> made(tx, now));
        key = found;
        // It may have been made in this very transaction.
        tx.onRollback(() -> key = null);
        return found;
    }

    private SigningKey opened(CheckpointStore.SigningKeyRow row) {
        try {
            byte[] encoded = box.open(row.privateKey(), place(row.id(), row.publicKey()));
            return new SigningKey(
                    row.id(), KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new AuditFailed("The key that signs the audit log's checkpoints is no key.", e);
        }
    }

    private SigningKey made(Transaction tx, long now) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            byte[] publicKey = pair.getPublic().getEncoded();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
            String id = HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
            byte[] sealed = box.seal(pair.getPrivate().getEncoded(), place(id, publicKey));
            CheckpointStore.insertKey(tx.handle(), new CheckpointStore.SigningKeyRow(id, publicKey, sealed, now));
            return new SigningKey(id, pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new AuditFailed("The key that signs the audit log's checkpoints could not be made.", e);
        }
    }

    private static String place(String id, byte[] publicKey) {
        return "audit_signing_key:" + id + ":" + HexFormat.of().formatHex(publicKey) + ":v1";
    }

    private record SigningKey(String id, PrivateKey privateKey) {
        @Override
        public String toString() {
            return "SigningKey[" + id + "]";
        }
    }
}
