// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.lockdown;

import app.homekeep.model.lockdown.Lockdown;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Locks the house down and opens it again. Thread-safe.
///
/// ```
/// locked, durable ─▶ LAN door closed ─▶ sessions, keys, half-logins ended ─▶ signing key replaced
/// ```
///
/// The door comes first, so that nobody comes in behind those who are sent out. A server that dies on the way goes on
/// with it at its next start, before its doors open.
public final class Lockdowns {
    private final Database database;
    private final LockdownStore store = new LockdownStore();
    private final Endings endings;
    private final Consumer<AuditEntry> rotation;
    private final AuditLog audit;
    private final EventHub events;
    private final Clock clock;
    private volatile Optional<LockdownRow> now;

    /// @param rotation replaces the key that signs sign-ins at once; where a file fixes it, does nothing
    public Lockdowns(
            Database database,
            Endings endings,
            Consumer<AuditEntry> rotation,
            AuditLog audit,
            EventHub events,
            Clock clock) {
        this.database = database;
        this.endings = endings;
        this.rotation = rotation;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.now = database.read(store::find);
    }

    /// Whether the home network is to be kept out. From memory.
    public boolean locked() {
        return now.isPresent();
    }

    /// How it is.
    Lockdown state() {
        return now.map(LockdownRow::shown).orElseGet(Lockdown::none);
    }

    /// Goes on with a lockdown that a crash has cut short. Called before the doors open.
    public void resume() {
        if (now.filter(row -> !row.finished()).isPresent()) {
            end(AuditEntry::system);
        }
    }

    /// Locks down. Where it is locked already, sends everybody out once more.
    ///
    /// @param by an entry of a kind, done by whoever asks
    synchronized Lockdown lock(LanAccess lan, String name, Function<AuditKind, AuditEntry> by) {
        if (database.read(store::find).isEmpty()) {
            begin(lan, name, by);
        }
        try {
            lan.review();
        } finally {
            end(by);
        }
        return state();
    }

    private void begin(LanAccess lan, String name, Function<AuditKind, AuditEntry> by) {
        var row = new LockdownRow(clock.instant().truncatedTo(ChronoUnit.MILLIS), name, 0, 0, lan.open(), false);
        try {
            database.write(tx -> {
                store.insert(tx.handle(), row);
                audit.append(tx, by.apply(AuditKind.LOCKDOWN));
                tx.afterCommit(() -> now = Optional.of(row));
                return row;
            });
        } catch (RuntimeException e) {
            // A full disk keeps nobody from shutting the door; it lasts as long as this process.
            now = Optional.of(row);
            lan.review();
            throw e;
        }
    }

    /// Opens the house again: the LAN door as its setting and the network have it. Nobody is signed in by that.
    ///
    /// @return false when it was not locked down
    synchronized boolean lift(LanAccess lan, AuditEntry entry) {
        boolean lifted = database.write(tx -> {
            // One that a full disk took no row of is known to memory alone.
            if (!store.delete(tx.handle()) && now.isEmpty()) {
                return false;
            }
            audit.append(tx, entry);
            changed(tx, Optional.empty());
            return true;
        });
        if (lifted) {
            lan.review();
        }
        return lifted;
    }

    private void end(Function<AuditKind, AuditEntry> by) {
        database.write(tx -> {
            Endings.Ended ended = endings.all(tx, by);
            store.count(tx.handle(), ended.sessions(), ended.apiKeys());
            return ended;
        });
        rotation.accept(by.apply(AuditKind.KEY_ROTATE));
        database.write(tx -> {
            store.finish(tx.handle());
            changed(tx, store.find(tx.handle()));
            return tx;
        });
    }

    private void changed(Transaction tx, Optional<LockdownRow> row) {
        tx.afterCommit(() -> {
            now = row;
            events.publish(new EventHub.Event.LockdownChanged());
        });
    }
}
