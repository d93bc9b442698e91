// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.event.EventHub;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.time.Clock;

/// Writes the audit log. A row is made in the transaction of what it tells about: no audit, no change; and the other
/// way round. Rows are numbered without holes and each one's hash covers all before it.
///
/// Appending happens on the database's writer thread, so the chain needs no lock: the newest row is kept in memory, and
/// put back when a transaction is undone. [#head] is for any thread.
public final class AuditLog {
    private final AuditStore store = new AuditStore();
    private final Checkpoints checkpoints;
    private final EventHub events;
    private final Clock clock;

    private volatile AuditHead head;
    private long announced;

    private AuditLog(AuditHead head, Checkpoints checkpoints, EventHub events, Clock clock) {
        this.head = head;
        this.checkpoints = checkpoints;
        this.events = events;
        this.clock = clock;
        announced = head.seq();
    }

    /// Goes on where the log in the database ends.
    public static AuditLog open(Database database, Keyring keyring, EventHub events, Clock clock) {
        AuditHead head = database.read(AuditStore::head);
        long newestCheckpoint = database.read(CheckpointStore::newest);
        var signer = new CheckpointSigner(keyring.box(Purpose.AUDIT_CHECKPOINT));
        return new AuditLog(head, new Checkpoints(signer, newestCheckpoint), events, clock);
    }

    /// Writes one row, in the caller's transaction.
    public void append(Transaction tx, AuditEntry entry) {
        AuditHead before = head;
        long now = clock.millis();
        if (checkpoints.due(before, now)) {
            checkpoints.make(tx, before, now);
        }
        var row = AuditRow.of(before.seq() + 1, now, entry, before.hash());
        store.insert(tx.handle(), row);
        head = AuditHead.of(row);
        tx.onRollback(() -> head = before);
        tx.afterCommit(this::announce);
    }

    /// Signs the newest row, as is done by itself each day and each 10,000 rows. Called at a stop, so that what is cut
    /// off while the server is down is missed.
    public void checkpoint(Transaction tx) {
        AuditHead newest = head;
        if (checkpoints.covers(newest)) {
            return;
        }
        checkpoints.make(tx, newest, clock.millis());
    }

    /// The newest row, durable or about to be.
    public AuditHead head() {
        return head;
    }

    /// Once for all rows of a commit: the first of them finds the newest, the others nothing new.
    private void announce() {
        long newest = head.seq();
        if (newest > announced) {
            announced = newest;
            events.publish(new EventHub.Event.AuditAppended(newest));
        }
    }
}
