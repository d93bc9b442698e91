// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The checkpoints and the keys that sign them.
final class CheckpointStore {
    /// @param publicKey  in its X.509 form
    /// @param privateKey in its PKCS#8 form, sealed
    record SigningKeyRow(String id, byte[] publicKey, byte[] privateKey, long createdAt) {}

    private CheckpointStore() {}

    static void insert(Handle handle, Checkpoint checkpoint) {
        handle.createUpdate("""
                        INSERT INTO audit_checkpoint (seq, at, hash, key_id, signature)
                        VALUES (:seq, :at, :hash, :keyId, :signature)
                        """)
                .bind("seq", checkpoint.seq())
                .bind("at", checkpoint.at())
                .bind("hash", checkpoint.hash())
                .bind("keyId", checkpoint.keyId())
                .bind("signature", checkpoint.signature())
                .execute();
    }

    /// The row that the newest checkpoint signs; 0 when there is none.
    static long newest(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(seq), 0) FROM audit_checkpoint")
                .mapTo(Long.class)
                .one();
    }

    static List<Checkpoint> all(Handle handle) {
        return handle.createQuery("SELECT seq, at, hash, key_id, signature FROM audit_checkpoint ORDER BY seq")
                .map((row, context) -> new Checkpoint(
                        row.getLong(1), row.getLong(2), row.getBytes(3), row.getString(4), row.getBytes(5)))
                .list();
    }

    static void insertKey(Handle handle, SigningKeyRow key) {
        handle.createUpdate("""
                        INSERT INTO audit_signing_key (id, public_key, private_key, created_at)
                        VALUES (:id, :publicKey, :privateKey, :createdAt)
                        """)
                .bind("id", key.id())
                .bind("publicKey", key.publicKey())
                .bind("privateKey", key.privateKey())
                .bind("createdAt", key.createdAt())
                .execute();
    }

    static Optional<SigningKeyRow> newestKey(Handle handle) {
        return handle.createQuery("""
                        SELECT id, public_key, private_key, created_at FROM audit_signing_key
                        ORDER BY created_at DESC, id DESC LIMIT 1
                        """)
                .map((row, context) ->
                        new SigningKeyRow(row.getString(1), row.getBytes(2), row.getBytes(3), row.getLong(4)))
                .findOne();
    }

    static List<SigningKeyRow> keys(Handle handle) {
        return handle.createQuery("SELECT id, public_key, private_key, created_at FROM audit_signing_key")
                .map((row, context) ->
                        new SigningKeyRow(row.getString(1), row.getBytes(2), row.getBytes(3), row.getLong(4)))
                .list();
    }
}
