// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.model.audit.AuditCheck;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.store.Database;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Checks the whole log: every row's number and hash, every checkpoint and its signature, that no checkpoint is missing
/// where the rule asks for one, and that the log ends where the running server knows it to end. Rows are read a page at
/// a time, so its length does not matter. Thread-safe.
public final class AuditVerifier {
    private static final int PAGE = 1000;

    private final Database database;
    private final CheckpointSigner signer;
    private final AuditLog log;

    public AuditVerifier(Database database, Keyring keyring, AuditLog log) {
        this.database = database;
        this.log = log;
        signer = new CheckpointSigner(keyring.box(Purpose.AUDIT_CHECKPOINT));
    }

    /// Walks the log as it is now; rows that come meanwhile may be checked too.
    public AuditCheck verify() {
        // Waits for the writer, so that the newest row that memory knows is one that others can see.
        AuditHead expected = database.write(tx -> log.head());
        var keys = new HashMap<String, PublicKey>();
        for (CheckpointStore.SigningKeyRow row : database.read(CheckpointStore::keys)) {
            signer.trusted(row).ifPresent(key -> keys.put(row.id(), key));
        }
        List<Checkpoint> checkpoints = database.read(CheckpointStore::all);
        var walk = new ChainWalk(expected, checkpoints, keys);
        Optional<ChainWalk.Fault> fault = walk(walk).or(walk::end);
        return new AuditCheck(
                fault.isEmpty(),
                walk.rows(),
                walk.head().hex(),
                walk.checkpoints(),
                fault.map(ChainWalk.Fault::seq).orElse(null),
                fault.map(ChainWalk.Fault::problem).orElse(null));
    }

    private Optional<ChainWalk.Fault> walk(ChainWalk walk) {
        while (true) {
            long last = walk.head().seq();
            List<AuditRow> rows = database.read(handle -> AuditStore.after(handle, last, PAGE));
            for (AuditRow row : rows) {
                Optional<ChainWalk.Fault> fault = walk.step(row);
                if (fault.isPresent()) {
                    return fault;
                }
            }
            if (rows.size() < PAGE) {
                return Optional.empty();
            }
        }
    }
}
