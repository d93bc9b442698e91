// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.model.Page;
import app.homekeep.model.session.SessionInfo;
import app.homekeep.server.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The open sessions, as people see them. Thread-safe.
public final class SessionList {
    private final Database database;
    private final SessionStore store = new SessionStore();
    private final LiveSessions live;
    private final Clock clock;

    SessionList(Database database, LiveSessions live, Clock clock) {
        this.database = database;
        this.live = live;
        this.clock = clock;
    }

    /// Open sessions, the newest first.
    ///
    /// @param accountId whose; empty for all
    /// @param current   the session that asks
    /// @param after     the cursor of the page before
    public Page<SessionInfo> page(
            Optional<String> accountId, Optional<String> current, Optional<String> after, int limit) {
        Instant now = clock.instant();
        List<SessionStore.Named> rows = database.read(handle -> store.open(handle, accountId, now, after, limit + 1));
        List<SessionInfo> items =
                rows.stream().limit(limit).map(row -> info(row, current)).toList();
        return new Page<>(items, rows.size() > limit ? items.getLast().id() : null);
    }

    public int count() {
        return database.read(handle -> store.countOpen(handle, clock.instant()));
    }

    private SessionInfo info(SessionStore.Named row, Optional<String> current) {
        Session session = row.session();
        Optional<LiveSession> seen = live.get(session.id())
                .filter(LiveSessions.Known.Live.class::isInstance)
                .map(known -> ((LiveSessions.Known.Live) known).session());
        return new SessionInfo(
                session.id(),
                row.username(),
                session.device().name(),
                session.device().browser(),
                seen.map(LiveSession::address).orElse(session.address()),
                session.createdAt(),
                seen.map(LiveSession::lastSeenAt).orElse(session.lastSeenAt()).truncatedTo(ChronoUnit.SECONDS),
                current.map(session.id()::equals).orElse(false));
    }
}
