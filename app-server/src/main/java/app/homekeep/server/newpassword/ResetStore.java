// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.model.account.ResetRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tables `reset_requests` and `reset_codes`. Stateless; works on the handle it is given.
final class ResetStore {
    /// @return false when the account has an open one
    boolean request(Handle handle, String id, String accountId, String address, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO reset_requests (id, account_id, address, created_at)
                        VALUES (:id, :account, :address, :now)
                        ON CONFLICT (account_id) DO NOTHING
                        """)
                        .bind("id", id)
                        .bind("account", accountId)
                        .bind("address", address)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /// Requests in the order in which they were made, those behind the cursor.
    List<ResetRequest> requests(Handle handle, String after, int limit) {
        return handle.createQuery("""
                        SELECT r.id, r.account_id, a.username, a.display_name, r.address, r.created_at
                        FROM reset_requests r JOIN accounts a ON a.id = r.account_id
                        WHERE r.id > :after ORDER BY r.id LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new ResetRequest(
                        row.getString("id"),
                        row.getString("account_id"),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getString("address"),
                        Instant.ofEpochMilli(row.getLong("created_at"))))
                .list();
    }

    boolean deleteRequest(Handle handle, String id) {
        return handle.createUpdate("DELETE FROM reset_requests WHERE id = :id")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    boolean deleteRequestOf(Handle handle, String accountId) {
        return handle.createUpdate("DELETE FROM reset_requests WHERE account_id = :account")
                        .bind("account", accountId)
                        .execute()
                == 1;
    }

    void putCode(Handle handle, String accountId, byte[] hash, Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO reset_codes (account_id, hash, expires_at) VALUES (:account, :hash, :expires)
                        ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
                        """)
                .bind("account", accountId)
                .bind("hash", hash)
                .bind("expires", expiresAt.toEpochMilli())
                .execute();
    }

    /// Takes a code; the row count decides who was first.
    ///
    /// @return the account it is for; empty when it is wrong, spent or too old
    Optional<String> takeCode(Handle handle, String username, byte[] hash, Instant now) {
        return handle.createQuery("""
                        DELETE FROM reset_codes
                        WHERE hash = :hash AND expires_at > :now
                          AND account_id IN (SELECT id FROM accounts WHERE folded_name = :name AND state = 'active')
                        RETURNING account_id
                        """)
                .bind("name", username)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }

    void deleteCode(Handle handle, String accountId) {
        handle.createUpdate("DELETE FROM reset_codes WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }
}
