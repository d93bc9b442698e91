// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The table `accounts`. Stateless; works on the handle it is given.
final class AccountStore {
    private static final RowMapper<Account> ACCOUNT = (row, context) -> new Account(
            row.getString("id"),
            row.getString("username"),
            row.getString("display_name"),
            Role.of(row.getString("role")),
            row.getInt("blocked") == 1,
            Instant.ofEpochMilli(row.getLong("created_at")));

    private static final RowMapper<Credential> CREDENTIAL =
            (row, context) -> new Credential(ACCOUNT.map(row, context), row.getString("password_hash"));

    /// An account with when it was last seen.
    record Seen(Account account, Optional<Instant> lastSeenAt) {}

    /// @return false when the folded name is taken
    boolean insert(Handle handle, Account account, String hash) {
        return handle.createUpdate("""
                        INSERT INTO accounts (id, username, folded_name, display_name, role, blocked, password_hash, created_at)
                        VALUES (:id, :username, :folded, :display, :role, 0, :hash, :created)
                        ON CONFLICT (folded_name) DO NOTHING
                        """)
                        .bind("id", account.id())
                        .bind("username", account.username())
                        .bind("folded", Usernames.folded(account.username()))
                        .bind("display", account.displayName())
                        .bind("role", account.role().wire())
                        .bind("hash", hash)
                        .bind("created", account.createdAt().toEpochMilli())
                        .execute()
                == 1;
    }

    Optional<Credential> byFoldedName(Handle handle, String folded) {
        return handle.createQuery("""
                        SELECT id, username, display_name, role, blocked, created_at, password_hash
                        FROM accounts WHERE folded_name = :folded
                        """).bind("folded", folded).map(CREDENTIAL).findOne();
    }

    Optional<Account> byId(Handle handle, String id) {
        return handle.createQuery("""
                        SELECT id, username, display_name, role, blocked, created_at FROM accounts WHERE id = :id
                        """).bind("id", id).map(ACCOUNT).findOne();
    }

    Optional<Account> owner(Handle handle) {
        return handle.createQuery("""
                        SELECT id, username, display_name, role, blocked, created_at FROM accounts WHERE role = 'owner'
                        """).map(ACCOUNT).findOne();
    }

    void setHash(Handle handle, String id, String before, String after) {
        handle.createUpdate("UPDATE accounts SET password_hash = :after WHERE id = :id AND password_hash = :before")
                .bind("id", id)
                .bind("before", before)
                .bind("after", after)
                .execute();
    }

    int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM accounts")
                .mapTo(int.class)
                .one();
    }

    /// Accounts in the order of their names, those behind `after`.
    List<Seen> page(Handle handle, String after, int limit) {
        return handle.createQuery("""
                        SELECT a.id, a.username, a.display_name, a.role, a.blocked, a.created_at,
                               (SELECT max(s.last_seen_at) FROM sessions s WHERE s.account_id = a.id) AS last_seen_at
                        FROM accounts a WHERE a.folded_name > :after ORDER BY a.folded_name LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> {
                    long seen = row.getLong("last_seen_at");
                    return new Seen(
                            ACCOUNT.map(row, context),
                            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(seen)));
                })
                .list();
    }
}
