// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.OpenExchanges;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Ends sessions: the row, the audit log and, once both are durable, memory, open transfers, open event streams and
/// whoever watches, at once. Thread-safe.
public final class SessionEnding {
    private final Database database;
    private final SessionStore store = new SessionStore();
    private final LiveSessions live;
    private final OpenExchanges exchanges;
    private final EventHub events;
    private final AuditLog audit;
    private final Clock clock;

    SessionEnding(
            Database database,
            LiveSessions live,
            OpenExchanges exchanges,
            EventHub events,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.live = live;
        this.exchanges = exchanges;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// Ends one session.
    ///
    /// @param owner the account it must belong to; empty for any
    /// @param entry who does it; gets the session as its target
    /// @return false when there is no such open session
    public boolean revoke(String id, Optional<String> owner, EndReason reason, AuditEntry entry) {
        return database.write(tx -> {
            Optional<SessionStore.Found> found = store.find(tx.handle(), id)
                    .filter(session ->
                            owner.map(session.session().accountId()::equals).orElse(true));
            if (found.isEmpty() || !end(tx, id, reason)) {
                return false;
            }
            audit.append(tx, entry.target(id).detail(describe(found.get().session())));
            return true;
        });
    }

    /// Ends every open session, of one account or of all, but one where that is named.
    ///
    /// @return how many
    public int revokeAll(Optional<String> owner, Optional<String> except, EndReason reason, AuditEntry entry) {
        return database.write(tx -> revokeAll(tx, owner, except, reason, entry));
    }

    /// The same as part of something larger: a lockdown.
    public int revokeAll(
            Transaction tx, Optional<String> owner, Optional<String> except, EndReason reason, AuditEntry entry) {
        List<String> ended = store.openIds(tx.handle(), owner, clock.instant()).stream()
                .filter(id -> !except.map(id::equals).orElse(false))
                .filter(id -> end(tx, id, reason))
                .toList();
        for (String id : ended) {
            audit.append(tx, entry.target(id));
        }
        return ended.size();
    }

    /// Ends every open session of an account, as part of something larger, which writes the audit row.
    ///
    /// @param except one that goes on
    /// @return how many ended
    public int endAll(Transaction tx, String accountId, Optional<String> except, EndReason reason) {
        return (int) store.openIds(tx.handle(), Optional.of(accountId), clock.instant()).stream()
                .filter(id -> !except.map(id::equals).orElse(false))
                .filter(id -> end(tx, id, reason))
                .count();
    }

    /// Ends every open session that was begun on a known device, as part of something larger, which writes the audit
    /// row.
    ///
    /// @return how many ended
    public int endOn(Transaction tx, String deviceId, EndReason reason) {
        return (int) store.openIdsOn(tx.handle(), deviceId).stream()
                .filter(id -> end(tx, id, reason))
                .count();
    }

    /// Cuts what is open for an account, whose sessions go on: what it may do has changed.
    public void cutAll(Transaction tx, String accountId) {
        List<String> open = store.openIds(tx.handle(), Optional.of(accountId), clock.instant());
        tx.afterCommit(() -> open.forEach(id -> exchanges.cut(id, "permissions_changed", "{}")));
    }

    /// Cuts what is open for accounts whose sessions go on: what they may do has changed. Looks only at what is
    /// open, so it costs no more than there are connections; what memory doesn't know is cut too and comes back.
    ///
    /// @param affected whether it is one of those accounts, by its id; must not block
    public void cutWhere(Transaction tx, Predicate<String> affected) {
        tx.afterCommit(() -> exchanges.open().stream()
                .filter(id -> live.get(id).map(known -> isOf(known, affected)).orElse(true))
                .forEach(id -> exchanges.cut(id, "permissions_changed", "{}")));
    }

    private static boolean isOf(LiveSessions.Known known, Predicate<String> affected) {
        return known instanceof LiveSessions.Known.Live(LiveSession session) && affected.test(session.accountId());
    }

    /// Forgets every session of an account that is deleted in this transaction, the open ones ended.
    public void forgetAll(Transaction tx, String accountId) {
        endAll(tx, accountId, Optional.empty(), EndReason.DELETED);
        store.deleteAll(tx.handle(), accountId);
    }

    /// Ends one session as part of something larger, which writes the audit row.
    ///
    /// @return false when it was over already
    boolean end(Transaction tx, String id, EndReason reason) {
        if (!store.end(tx.handle(), id, reason, clock.instant())) {
            return false;
        }
        tx.afterCommit(() -> {
            live.ended(id, reason);
            exchanges.cut(id, "session_revoked", "{\"reason\":\"" + reason.wire() + "\"}");
            events.publish(new EventHub.Event.SessionsChanged());
        });
        return true;
    }

    /// Ends a session whose spent refresh token came back: one of two holders is a thief.
    void endReused(Transaction tx, String id, String address) {
        if (end(tx, id, EndReason.REUSE)) {
            audit.append(
                    tx,
                    AuditEntry.by(AuditKind.SESSION_REUSE, "-", address, Optional.of(id))
                            .target(id)
                            .detail("a refresh token came back after it was spent")
                            .refused());
        }
    }

    private static String describe(Session session) {
        return session.device().name() + ", " + session.device().browser();
    }
}
