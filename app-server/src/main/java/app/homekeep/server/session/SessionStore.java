// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The tables `sessions` and `refresh_tokens`. Stateless; works on the handle it is given.
final class SessionStore {
    private static final String COLUMNS =
            "s.id, s.account_id, s.device, s.browser, s.address, s.remembered, s.generation, s.created_at, s.last_seen_at,"
                    + " s.expires_at, s.amr, s.device_id, s.stepped_up_at, s.stepped_up_totp";

    /// Sorts after every id.
    private static final String BEHIND_ALL = "g";

    private static final RowMapper<Session> SESSION = (row, context) -> new Session(
            row.getString("id"),
            row.getString("account_id"),
            new Device(row.getString("device"), row.getString("browser")),
            row.getString("address"),
            row.getInt("remembered") == 1,
            row.getLong("generation"),
            Instant.ofEpochMilli(row.getLong("created_at")),
            Instant.ofEpochMilli(row.getLong("last_seen_at")),
            Instant.ofEpochMilli(row.getLong("expires_at")),
            List.of(row.getString("amr").split(" ")),
            Optional.ofNullable(row.getString("device_id")),
            stepUp(row));

    /// A session with the name of its account.
    record Named(Session session, String username) {}

    /// A session with how it ended, where it has.
    record Found(Session session, Optional<EndReason> ended) {}

    /// A refresh token that was spent.
    record Spent(String sessionId, Instant at) {}

    void insert(Handle handle, Session session) {
        handle.createUpdate("""
                        INSERT INTO sessions (id, account_id, device, browser, address, remembered, generation,
                                              created_at, last_seen_at, expires_at, amr, device_id)
                        VALUES (:id, :account, :device, :browser, :address, :remembered, :generation,
                                :created, :seen, :expires, :amr, :device_id)
                        """)
                .bind("id", session.id())
                .bind("account", session.accountId())
                .bind("device", session.device().name())
                .bind("browser", session.device().browser())
                .bind("address", session.address())
                .bind("remembered", session.remembered() ? 1 : 0)
                .bind("generation", session.generation())
                .bind("created", session.createdAt().toEpochMilli())
                .bind("seen", session.lastSeenAt().toEpochMilli())
                .bind("expires", session.expiresAt().toEpochMilli())
                .bind("amr", String.join(" ", session.amr()))
                .bind("device_id", session.deviceId().orElse(null))
                .execute();
    }

    void insertRefresh(Handle handle, byte[] hash, String sessionId, long generation) {
        handle.createUpdate("""
                        INSERT INTO refresh_tokens (hash, session_id, generation) VALUES (:hash, :session, :generation)
                        """)
                .bind("hash", hash)
                .bind("session", sessionId)
                .bind("generation", generation)
                .execute();
    }

    /// Takes an unspent refresh token; the row count decides who was first.
    ///
    /// @return the session it belongs to; empty when it is unknown or spent
    Optional<String> spend(Handle handle, byte[] hash, Instant now) {
        return handle.createQuery("""
                        UPDATE refresh_tokens SET spent_at = :now WHERE hash = :hash AND spent_at IS NULL
                        RETURNING session_id
                        """)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .findOne();
    }

    /// Spends whatever tokens a session has.
    void spendAll(Handle handle, String sessionId, Instant now) {
        handle.createUpdate("UPDATE refresh_tokens SET spent_at = :now WHERE session_id = :id AND spent_at IS NULL")
                .bind("id", sessionId)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    Optional<Spent> spent(Handle handle, byte[] hash) {
        return handle.createQuery("""
                        SELECT session_id, spent_at FROM refresh_tokens WHERE hash = :hash AND spent_at IS NOT NULL
                        """)
                .bind("hash", hash)
                .map((row, context) ->
                        new Spent(row.getString("session_id"), Instant.ofEpochMilli(row.getLong("spent_at"))))
                .findOne();
    }

    Optional<String> sessionOf(Handle handle, byte[] hash) {
        return handle.createQuery("SELECT session_id FROM refresh_tokens WHERE hash = :hash")
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne();
    }

    /// @return the new generation; empty when the session is over
    Optional<Long> renew(Handle handle, String id, String address, Instant now, Duration idle) {
        return handle.createQuery("""
                        UPDATE sessions SET generation = generation + 1, last_seen_at = :now, address = :address
                        WHERE id = :id AND ended_at IS NULL AND expires_at > :now AND last_seen_at > :idle
                        RETURNING generation
                        """)
                .bind("id", id)
                .bind("address", address)
                .bind("now", now.toEpochMilli())
                .bind("idle", now.minus(idle).toEpochMilli())
                .mapTo(Long.class)
                .findOne();
    }

    Optional<Found> find(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + ", s.end_reason FROM sessions s WHERE s.id = :id")
                .bind("id", id)
                .map((row, context) -> new Found(
                        SESSION.map(row, context),
                        Optional.ofNullable(row.getString("end_reason")).map(EndReason::of)))
                .findOne();
    }

    /// Ends one that is still open; the row count decides who ended it.
    boolean end(Handle handle, String id, EndReason reason, Instant now) {
        return handle.createUpdate("""
                        UPDATE sessions SET ended_at = :now, end_reason = :reason WHERE id = :id AND ended_at IS NULL
                        """)
                        .bind("id", id)
                        .bind("reason", reason.wire())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /// Open sessions, newest use first, those behind the cursor.
    List<Named> open(Handle handle, Optional<String> accountId, Instant now, Optional<String> after, int limit) {
        String whose = accountId.isPresent() ? " AND s.account_id = :account" : "";
        return handle.createQuery("SELECT " + COLUMNS + """
                        , a.username FROM sessions s JOIN accounts a ON a.id = s.account_id
                        WHERE s.ended_at IS NULL AND s.expires_at > :now AND s.id < :after
                        """ + whose + " ORDER BY s.id DESC LIMIT :limit")
                .bind("now", now.toEpochMilli())
                .bind("after", after.orElse(BEHIND_ALL))
                .bind("limit", limit)
                .bindMap(accountId.map(id -> Map.of("account", id)).orElse(Map.of()))
                .map((row, context) -> new Named(SESSION.map(row, context), row.getString("username")))
                .list();
    }

    List<String> openIds(Handle handle, Optional<String> accountId, Instant now) {
        String whose = accountId.isPresent() ? " AND account_id = :account" : "";
        return handle.createQuery("SELECT id FROM sessions WHERE ended_at IS NULL AND expires_at > :now" + whose)
                .bind("now", now.toEpochMilli())
                .bindMap(accountId.map(id -> Map.of("account", id)).orElse(Map.of()))
                .mapTo(String.class)
                .list();
    }

    List<String> openIdsOn(Handle handle, String deviceId) {
        return handle.createQuery("SELECT id FROM sessions WHERE ended_at IS NULL AND device_id = :device")
                .bind("device", deviceId)
                .mapTo(String.class)
                .list();
    }

    int countOpen(Handle handle, Instant now) {
        return handle.createQuery("SELECT count(*) FROM sessions WHERE ended_at IS NULL AND expires_at > :now")
                .bind("now", now.toEpochMilli())
                .mapTo(int.class)
                .one();
    }

    /// Forgets sessions that ended, or whose time was over, before `before`, with their tokens.
    int forget(Handle handle, Instant before) {
        return handle.createUpdate("DELETE FROM sessions WHERE expires_at < :before OR ended_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    /// @return false when the session is over
    boolean stepUp(Handle handle, String id, boolean secondFactor, Instant now) {
        return handle.createUpdate("""
                        UPDATE sessions SET stepped_up_at = :now, stepped_up_totp = :totp
                        WHERE id = :id AND ended_at IS NULL
                        """)
                        .bind("id", id)
                        .bind("totp", secondFactor ? 1 : 0)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /// Forgets everything of an account that is deleted.
    void deleteAll(Handle handle, String accountId) {
        handle.createUpdate("DELETE FROM sessions WHERE account_id = :account")
                .bind("account", accountId)
                .execute();
    }

    private static StepUpMark stepUp(ResultSet row) throws SQLException {
        long at = row.getLong("stepped_up_at");
        return row.wasNull()
                ? StepUpMark.NEVER
                : new StepUpMark(Optional.of(Instant.ofEpochMilli(at)), row.getInt("stepped_up_totp") == 1);
    }
}
