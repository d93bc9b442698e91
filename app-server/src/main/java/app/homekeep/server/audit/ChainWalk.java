// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One walk along the chain, row by row, with the checkpoints beside it. Not thread-safe.
final class ChainWalk {
    /// @param seq     the first row that is not what it was
    /// @param problem as a sentence
    record Fault(long seq, String problem) {}

    private final AuditHead expected;
    private final Deque<Checkpoint> waiting;
    private final Map<String, PublicKey> keys;
    private AuditHead head = AuditHead.NONE;
    private long checkpointed;
    private int checkpoints;

    /// @param expected the newest row that is known from elsewhere
    ChainWalk(AuditHead expected, List<Checkpoint> checkpoints, Map<String, PublicKey> keys) {
        this.expected = expected;
        waiting = new ArrayDeque<>(checkpoints);
        this.keys = Map.copyOf(keys);
    }

    AuditHead head() {
        return head;
    }

    long rows() {
        return head.seq();
    }

    int checkpoints() {
        return checkpoints;
    }

    /// Checks the next row. After a fault the walk is over.
    Optional<Fault> step(AuditRow row) {
        long seq = head.seq() + 1;
        if (row.seq() != seq) {
            return fault(seq, "is missing");
        }
        if (!MessageDigest.isEqual(ChainHash.of(head.hash(), row), row.hash())) {
            return fault(seq, "was changed, moved or put in afterwards");
        }
        // Only now: the time of a row that was changed says nothing.
        if (head.seq() > checkpointed && Checkpoints.due(head.seq() - checkpointed, head.at(), row.at())) {
            return fault(head.seq(), "has lost its signed checkpoint");
        }
        head = AuditHead.of(row);
        if (seq == expected.seq() && !MessageDigest.isEqual(row.hash(), expected.hash())) {
            return fault(seq, "is not the one that the running server has written");
        }
        return checkpoint();
    }

    /// Checks that nothing is missing behind the last row.
    Optional<Fault> end() {
        boolean cut = !waiting.isEmpty() || head.seq() < expected.seq();
        return cut ? fault(head.seq() + 1, "and what came behind it were cut off") : Optional.empty();
    }

    private Optional<Fault> checkpoint() {
        Checkpoint next = waiting.peekFirst();
        if (next == null || next.seq() > head.seq()) {
            return Optional.empty();
        }
        waiting.removeFirst();
        PublicKey key = keys.get(next.keyId());
        if (key == null || !CheckpointSigner.isSignedBy(key, next)) {
            return fault(head.seq(), "has a checkpoint whose signature is wrong");
        }
        if (next.seq() != head.seq() || !MessageDigest.isEqual(next.hash(), head.hash())) {
            return fault(head.seq(), "or one before it was changed after it had been signed");
        }
        checkpointed = next.seq();
        checkpoints++;
        return Optional.empty();
    }

    private static Optional<Fault> fault(long seq, String problem) {
        return Optional.of(new Fault(seq, "Row " + seq + " " + problem + "."));
    }
}
