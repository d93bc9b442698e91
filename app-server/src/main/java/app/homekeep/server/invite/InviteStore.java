// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import app.homekeep.model.Permission;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The table `invites`. Stateless; works on the handle it is given.
final class InviteStore {
    /// Sorts after every id.
    private static final String BEHIND_ALL = "g";

    private static final String COLUMNS = "id, name, role, account_id, by_id, by_name, created_at, expires_at";

    private static final RowMapper<InviteRow> ROW = (row, context) -> new InviteRow(
            row.getString("id"),
            Optional.ofNullable(row.getString("name")),
            row.getString("role"),
            Optional.ofNullable(row.getString("account_id")),
            Optional.ofNullable(row.getString("by_id")),
            row.getString("by_name"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("expires_at")));

    /// An invite with the name of the account it belongs to, and what comes with it.
    record Named(InviteRow invite, Optional<String> username, List<InviteSpace> spaces) {}

    void insert(Handle handle, InviteRow invite, byte[] tokenHash) {
        handle.createUpdate("""
                        INSERT INTO invites (id, token_hash, name, role, account_id, by_id, by_name, created_at, expires_at)
                        VALUES (:id, :hash, :name, :role, :account, :by, :by_name, :created, :expires)
                        """)
                .bind("id", invite.id())
                .bind("hash", tokenHash)
                .bind("name", invite.name().orElse(null))
                .bind("role", invite.role())
                .bind("account", invite.accountId().orElse(null))
                .bind("by", invite.byId().orElse(null))
                .bind("by_name", invite.byName())
                .bind("created", invite.createdAt().toEpochMilli())
                .bind("expires", invite.expiresAt().toEpochMilli())
                .execute();
    }

    Optional<InviteRow> find(Handle handle, byte[] tokenHash, Instant now) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM invites WHERE token_hash = :hash AND expires_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .map(ROW)
                .findOne();
    }

    /// Takes an invite that is still good; whoever gets the row has it alone.
    Optional<InviteRow> take(Handle handle, byte[] tokenHash, Instant now) {
        return handle.createQuery(
                        "DELETE FROM invites WHERE token_hash = :hash AND expires_at > :now RETURNING " + COLUMNS)
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .map(ROW)
                .findOne();
    }

    /// Takes an invite back.
    Optional<InviteRow> delete(Handle handle, String id, Instant now) {
        return handle.createQuery("DELETE FROM invites WHERE id = :id AND expires_at > :now RETURNING " + COLUMNS)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .map(ROW)
                .findOne();
    }

    /// Invites that can still be accepted, newest first, those behind the cursor.
    List<Named> open(Handle handle, Instant now, Optional<String> after, int limit) {
        return handle.createQuery("""
                        SELECT i.*, a.username
                        FROM invites i LEFT JOIN accounts a ON a.id = i.account_id
                        WHERE i.expires_at > :now AND i.id < :after ORDER BY i.id DESC LIMIT :limit
                        """)
                .bind("now", now.toEpochMilli())
                .bind("after", after.orElse(BEHIND_ALL))
                .bind("limit", limit)
                .map((row, context) -> new Named(
                        ROW.map(row, context),
                        Optional.ofNullable(row.getString("username")),
                        spaces(handle, row.getString("id"))))
                .list();
    }

    /// A space comes with an invite.
    void insertSpace(Handle handle, String inviteId, InviteSpace space) {
        handle.createUpdate("""
                        INSERT INTO invite_spaces (invite_id, space_id, name, permissions)
                        VALUES (:invite, :space, :name, :permissions)
                        """)
                .bind("invite", inviteId)
                .bind("space", space.spaceId())
                .bind("name", space.name())
                .bind(
                        "permissions",
                        space.permissions().stream().map(Permission::wire).collect(Collectors.joining(" ")))
                .execute();
    }

    /// The spaces that come with an invite; they go with its row.
    List<InviteSpace> spaces(Handle handle, String inviteId) {
        return handle.createQuery("SELECT * FROM invite_spaces WHERE invite_id = :invite ORDER BY name, space_id")
                .bind("invite", inviteId)
                .map((row, context) -> new InviteSpace(
                        row.getString("space_id"),
                        row.getString("name"),
                        Arrays.stream(row.getString("permissions").split(" "))
                                .map(Permission::of)
                                .collect(Collectors.toUnmodifiableSet())))
                .list();
    }

    int deleteOf(Handle handle, String accountId) {
        return handle.createUpdate("DELETE FROM invites WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }

    int deleteBy(Handle handle, String makerId) {
        return handle.createUpdate("DELETE FROM invites WHERE by_id = :maker")
                .bind("maker", makerId)
                .execute();
    }

    /// Those that somebody with that role made.
    int deleteByRole(Handle handle, String role) {
        return handle.createUpdate("DELETE FROM invites WHERE by_id IN (SELECT id FROM accounts WHERE role = :role)")
                .bind("role", role)
                .execute();
    }

    void deleteExpired(Handle handle, Instant now) {
        handle.createUpdate("DELETE FROM invites WHERE expires_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
