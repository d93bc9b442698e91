// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// The rows of wrapped keys.
final class KeyStore {
    /// @param wrapped as [AesGcm] made it, in Base64
    record Row(String id, Purpose purpose, boolean active, String wrapped, long createdAt) {}

    private KeyStore() {}

    static List<Row> all(Handle handle) {
        return handle.createQuery("""
                        SELECT id, purpose, state, wrapped, created_at FROM keyring_key ORDER BY created_at, id
                        """)
                .map((row, context) -> new Row(
                        row.getString("id"),
                        Purpose.of(row.getString("purpose")),
                        "active".equals(row.getString("state")),
                        row.getString("wrapped"),
                        row.getLong("created_at")))
                .list();
    }

    static void insertActive(Handle handle, Row row) {
        handle.createUpdate("UPDATE keyring_key SET state = 'retiring' WHERE purpose = :purpose AND state = 'active'")
                .bind("purpose", row.purpose().wire())
                .execute();
        handle.createUpdate("""
                        INSERT INTO keyring_key (id, purpose, state, wrapped, created_at)
                        VALUES (:id, :purpose, 'active', :wrapped, :createdAt)
                        """)
                .bind("id", row.id())
                .bind("purpose", row.purpose().wire())
                .bind("wrapped", row.wrapped())
                .bind("createdAt", row.createdAt())
                .execute();
    }

    /// @return whether there was such a retiring key
    static boolean deleteRetiring(Handle handle, Purpose purpose, String id) {
        return handle.createUpdate("""
                                DELETE FROM keyring_key
                                WHERE id = :id AND purpose = :purpose AND state = 'retiring'
                                """)
                        .bind("id", id)
                        .bind("purpose", purpose.wire())
                        .execute()
                == 1;
    }
}
