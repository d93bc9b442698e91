// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.registration;

import app.homekeep.model.account.RegistrationRequest;
import app.homekeep.server.account.Usernames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The table `registrations`. Stateless; works on the handle it is given.
final class RegistrationStore {
    private static final RowMapper<RegistrationRow> ROW = (row, context) -> new RegistrationRow(
            row.getString("id"),
            row.getString("username"),
            row.getString("display_name"),
            Optional.ofNullable(row.getString("message")),
            row.getString("address"),
            row.getString("password_hash"),
            Instant.ofEpochMilli(row.getLong("created_at")));

    /// @return false when somebody has asked for that name already, or too many wait
    boolean insert(Handle handle, RegistrationRow request, int most) {
        return handle.createUpdate("""
                        INSERT INTO registrations
                               (id, username, folded_name, display_name, message, address, password_hash, created_at)
                        SELECT :id, :username, :folded, :display, :message, :address, :hash, :created
                        WHERE (SELECT count(*) FROM registrations) < :most
                        ON CONFLICT (folded_name) DO NOTHING
                        """)
                        .bind("id", request.id())
                        .bind("username", request.username())
                        .bind("folded", Usernames.folded(request.username()))
                        .bind("display", request.displayName())
                        .bind("message", request.message().orElse(null))
                        .bind("address", request.address())
                        .bind("hash", request.hash())
                        .bind("created", request.createdAt().toEpochMilli())
                        .bind("most", most)
                        .execute()
                == 1;
    }

    /// Takes a request; whoever gets the row settles it.
    Optional<RegistrationRow> take(Handle handle, String id) {
        return handle.createQuery("DELETE FROM registrations WHERE id = :id RETURNING *")
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    /// Requests that wait, oldest first, those behind the cursor.
    List<RegistrationRequest> open(Handle handle, String after, int limit) {
        return handle.createQuery("""
                        SELECT r.*, EXISTS (SELECT 1 FROM accounts a WHERE a.folded_name = r.folded_name) AS taken
                        FROM registrations r WHERE r.id > :after ORDER BY r.id LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new RegistrationRequest(
                        row.getString("id"),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getString("message"),
                        row.getString("address"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        row.getInt("taken") == 1))
                .list();
    }
}
