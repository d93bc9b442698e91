// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.account.AccountState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/// The table `accounts`. Stateless; works on the handle it is given.
final class AccountStore {
    private static final String COLUMNS =
            "id, username, display_name, role, state, totp, require_totp, totp_asked_at, approve_devices, created_at";

    private static final RowMapper<Account> ACCOUNT = (row, context) -> new Account(
            row.getString("id"),
            row.getString("username"),
            row.getString("display_name"),
            row.getString("role"),
            AccountState.of(row.getString("state")),
            row.getInt("totp") == 1,
            row.getInt("require_totp") == 1,
            instant(row, "totp_asked_at"),
            row.getInt("approve_devices") == 1,
            Instant.ofEpochMilli(row.getLong("created_at")));

    private static final RowMapper<Credential> CREDENTIAL =
            (row, context) -> new Credential(ACCOUNT.map(row, context), row.getString("password_hash"));

    /// The last entry of one account's part of the index `sessions_by_account`: one step, however many it has had.
    static final String LAST_SEEN =
            ", (SELECT max(s.last_seen_at) FROM sessions s WHERE s.account_id = accounts.id) AS last_seen_at";

    private static final RowMapper<Seen> SEEN =
            (row, context) -> new Seen(ACCOUNT.map(row, context), instant(row, "last_seen_at"));

    /// An account with when it was last seen.
    record Seen(Account account, Optional<Instant> lastSeenAt) {}

    /// @return false when the folded name is taken
    boolean insert(Handle handle, Account account, String hash) {
        return bound(handle.createUpdate("""
                        INSERT INTO accounts (id, username, folded_name, display_name, role, state, totp, require_totp,
                                              totp_asked_at, approve_devices, password_hash, created_at, named_at)
                        VALUES (:id, :username, :folded, :display, :role, :state, :totp, :require_totp,
                                :asked, :approve, :hash, :created, :created)
                        ON CONFLICT (folded_name) DO NOTHING
                        """), account)
                        .bind("hash", hash)
                        .bind("created", account.createdAt().toEpochMilli())
                        .execute()
                == 1;
    }

    /// Everything of an account but its password.
    ///
    /// @return false when there is no such account, or its new name is another's
    boolean update(Handle handle, Account account, Instant now) {
        return bound(handle.createUpdate("""
                        UPDATE accounts SET username = :username, folded_name = :folded, display_name = :display,
                               role = :role, state = :state, totp = :totp, require_totp = :require_totp,
                               totp_asked_at = :asked, approve_devices = :approve,
                               named_at = CASE WHEN username = :username THEN named_at ELSE :now END
                        WHERE id = :id
                          AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.folded_name = :folded AND o.id <> :id)
                        """), account)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    boolean delete(Handle handle, String id) {
        return handle.createUpdate("DELETE FROM accounts WHERE id = :id")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    Optional<Credential> byFoldedName(Handle handle, String folded) {
        return handle.createQuery("SELECT " + COLUMNS + ", password_hash FROM accounts WHERE folded_name = :folded")
                .bind("folded", folded)
                .map(CREDENTIAL)
                .findOne();
    }

    Optional<Account> byId(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM accounts WHERE id = :id")
                .bind("id", id)
                .map(ACCOUNT)
                .findOne();
    }

    Optional<Account> owner(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM accounts WHERE role = 'owner'")
                .map(ACCOUNT)
                .findOne();
    }

    void setHash(Handle handle, String id, String before, String after) {
        handle.createUpdate("UPDATE accounts SET password_hash = :after WHERE id = :id AND password_hash = :before")
                .bind("id", id)
                .bind("before", before)
                .bind("after", after)
                .execute();
    }

    /// A new password, whatever it was before.
    void setHash(Handle handle, String id, String hash) {
        handle.createUpdate("UPDATE accounts SET password_hash = :hash WHERE id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .execute();
    }

    Optional<Credential> credential(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + ", password_hash FROM accounts WHERE id = :id")
                .bind("id", id)
                .map(CREDENTIAL)
                .findOne();
    }

    int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM accounts")
                .mapTo(int.class)
                .one();
    }

    /// Since when an account has its name: what the audit log says of that name before is somebody else's.
    Optional<Instant> namedAt(Handle handle, String id) {
        return handle.createQuery("SELECT named_at FROM accounts WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    Optional<Seen> seen(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + LAST_SEEN + " FROM accounts WHERE id = :id")
                .bind("id", id)
                .map(SEEN)
                .findOne();
    }

    /// Accounts in the order of their names, those behind `after`.
    List<Seen> page(Handle handle, String after, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + LAST_SEEN + """
                         FROM accounts WHERE folded_name > :after ORDER BY folded_name LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map(SEEN)
                .list();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Account account) {
        return statement
                .bind("id", account.id())
                .bind("username", account.username())
                .bind("folded", Usernames.folded(account.username()))
                .bind("display", account.displayName())
                .bind("role", account.role())
                .bind("state", account.state().wire())
                .bind("totp", account.totp() ? 1 : 0)
                .bind("require_totp", account.requireTotp() ? 1 : 0)
                .bind("asked", account.totpAskedAt().map(Instant::toEpochMilli).orElse(null))
                .bind("approve", account.approveDevices() ? 1 : 0);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
