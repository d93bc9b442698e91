// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.server.session.Device;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The table `approvals`. Stateless; works on the handle it is given.
final class ApprovalStore {
    private static final String ASKED_ONES = """
            SELECT q.id, q.account_id, a.username, a.display_name, q.number, q.device, q.browser, q.address, q.state,
                   q.created_at, q.expires_at
            FROM approvals q JOIN accounts a ON a.id = q.account_id
            """;

    private static final RowMapper<Asked> ASKED = (row, context) -> new Asked(
            row.getString("id"),
            row.getString("account_id"),
            row.getString("username"),
            row.getString("display_name"),
            row.getString("number"),
            row.getString("device"),
            row.getString("browser"),
            row.getString("address"),
            Asked.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("expires_at")));

    void insert(
            Handle handle,
            String id,
            String accountId,
            String number,
            Device device,
            String address,
            Instant now,
            Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO approvals (id, account_id, number, device, browser, address, state, created_at,
                                               expires_at)
                        VALUES (:id, :account, :number, :device, :browser, :address, 'asked', :now, :expires)
                        """)
                .bind("id", id)
                .bind("account", accountId)
                .bind("number", number)
                .bind("device", device.name())
                .bind("browser", device.browser())
                .bind("address", address)
                .bind("now", now.toEpochMilli())
                .bind("expires", expiresAt.toEpochMilli())
                .execute();
    }

    Optional<Asked> find(Handle handle, String id) {
        return handle.createQuery(ASKED_ONES + " WHERE q.id = :id")
                .bind("id", id)
                .map(ASKED)
                .findOne();
    }

    /// Those that wait for an answer, the newest first.
    List<Asked> open(Handle handle, Instant now) {
        return handle.createQuery(ASKED_ONES + " WHERE q.state = 'asked' AND q.expires_at > :now ORDER BY q.id DESC")
                .bind("now", now.toEpochMilli())
                .map(ASKED)
                .list();
    }

    Set<String> numbers(Handle handle) {
        return handle.createQuery("SELECT number FROM approvals WHERE state = 'asked'")
                .mapTo(String.class)
                .set();
    }

    int open(Handle handle, String accountId) {
        return handle.createQuery("SELECT count(*) FROM approvals WHERE state = 'asked' AND account_id = :account")
                .bind("account", accountId)
                .mapTo(int.class)
                .one();
    }

    /// Answers one that is still open; the row count decides whose answer counts.
    boolean answer(Handle handle, String id, Asked.State answer, Instant now) {
        return handle.createUpdate("""
                        UPDATE approvals SET state = :answer
                        WHERE id = :id AND state = 'asked' AND expires_at > :now
                        """)
                        .bind("id", id)
                        .bind("answer", answer.name().toLowerCase(Locale.ROOT))
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /// Takes a yes that is not too old; the row count decides who gets it.
    boolean take(Handle handle, String id, Instant createdAfter) {
        return handle.createUpdate("""
                        UPDATE approvals SET state = 'taken'
                        WHERE id = :id AND state = 'allowed' AND created_at > :after
                        """)
                        .bind("id", id)
                        .bind("after", createdAfter.toEpochMilli())
                        .execute()
                == 1;
    }

    /// Those that nobody has answered in time, and those that a wrong clock has put behind `latest`.
    List<Asked> overdue(Handle handle, Instant now, Instant latest) {
        return handle.createQuery(
                        ASKED_ONES + " WHERE q.state = 'asked' AND (q.expires_at <= :now OR q.created_at > :latest)")
                .bind("latest", latest.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .map(ASKED)
                .list();
    }

    void expire(Handle handle, String id) {
        handle.createUpdate("UPDATE approvals SET state = 'expired' WHERE id = :id AND state = 'asked'")
                .bind("id", id)
                .execute();
    }

    int forget(Handle handle, Instant before) {
        return handle.createUpdate("DELETE FROM approvals WHERE expires_at < :before AND state <> 'asked'")
                .bind("before", before.toEpochMilli())
                .execute();
    }
}
