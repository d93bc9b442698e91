// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.store.Transaction;
import java.util.concurrent.TimeUnit;

/// When the chain gets a signed checkpoint: before the first row of each day (UTC) and after each 10,000 rows at least.
/// The rule looks at the rows alone, so that the check can tell when one is missing. Only on the writer's thread.
final class Checkpoints {
    static final long EVERY_ROWS = 10_000;

    private final CheckpointSigner signer;
    private long newest;

    /// @param newest the row that the newest checkpoint signs; 0 when there is none
    Checkpoints(CheckpointSigner signer, long newest) {
        this.signer = signer;
        this.newest = newest;
    }

    /// Whether the row before the next one needs a checkpoint.
    ///
    /// @param now of the next row
    boolean due(AuditHead before, long now) {
        return !covers(before) && due(before.seq() - newest, before.at(), now);
    }

    /// @param rows since the last checkpoint
    static boolean due(long rows, long at, long next) {
        return rows >= EVERY_ROWS || TimeUnit.MILLISECONDS.toDays(at) != TimeUnit.MILLISECONDS.toDays(next);
    }

    boolean covers(AuditHead head) {
        return head.seq() <= newest;
    }

    void make(Transaction tx, AuditHead head, long now) {
        long before = newest;
        CheckpointStore.insert(tx.handle(), signer.sign(tx, head, now));
        newest = head.seq();
        tx.onRollback(() -> newest = before);
    }
}
