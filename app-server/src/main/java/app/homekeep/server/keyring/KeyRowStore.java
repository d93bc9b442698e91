// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The tables `keys` and `server_identity`.
final class KeyRowStore {
    private KeyRowStore() {}

    static List<KeyRow> all(Handle handle) {
        return handle.createQuery("SELECT id, purpose, state, wrapped, created_at, retire_at FROM keys")
                .map((row, context) -> new KeyRow(
                        row.getString("id"),
                        row.getString("purpose"),
                        row.getString("state").equals("active"),
                        row.getBytes("wrapped"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        instant(row.getObject("retire_at"))))
                .list();
    }

    static void insert(Handle handle, KeyRow key) {
        handle.createUpdate("""
                INSERT INTO keys (id, purpose, state, wrapped, created_at)
                VALUES (:id, :purpose, 'active', :wrapped, :createdAt)
                """)
                .bind("id", key.id())
                .bind("purpose", key.purpose())
                .bind("wrapped", key.wrapped())
                .bind("createdAt", key.createdAt().toEpochMilli())
                .execute();
    }

    static void retire(Handle handle, String id, Optional<Instant> retireAt) {
        handle.createUpdate("UPDATE keys SET state = 'retiring', retire_at = :retireAt WHERE id = :id")
                .bind("retireAt", retireAt.map(Instant::toEpochMilli).orElse(null))
                .bind("id", id)
                .execute();
    }

    static void deleteRetired(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM keys WHERE retire_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static Optional<String> serverId(Handle handle) {
        return handle.createQuery("SELECT server_id FROM server_identity")
                .mapTo(String.class)
                .findOne();
    }

    static void insertServerId(Handle handle, String id) {
        handle.createUpdate("INSERT INTO server_identity VALUES (1, :id)")
                .bind("id", id)
                .execute();
    }

    private static Optional<Instant> instant(@Nullable Object millis) {
        return millis instanceof Number number
                ? Optional.of(Instant.ofEpochMilli(number.longValue()))
                : Optional.empty();
    }
}
