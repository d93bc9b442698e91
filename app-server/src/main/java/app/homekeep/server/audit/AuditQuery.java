// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.model.Page;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.store.Database;
import java.util.List;
import java.util.Optional;

/// Reads the log a page at a time, newest first. Thread-safe.
public final class AuditQuery {
    private final Database database;
    private final AuditCursor cursor;

    public AuditQuery(Database database, Keyring keyring) {
        this.database = database;
        cursor = new AuditCursor(keyring);
    }

    /// @param limit how many rows at most, 1 or more
    /// @param after the cursor of the page before; empty for the newest rows
    /// @throws app.homekeep.server.problem.Refused 400 when the cursor is none of this list
    public Page<AuditEvent> page(AuditFilter filter, int limit, Optional<String> after) {
        long edge = after.map(text -> cursor.read(text, filter)).orElse(Long.MAX_VALUE);
        // One more than asked for tells whether there is another page.
        List<AuditRow> rows = database.read(handle -> AuditStore.page(handle, filter, true, edge, limit + 1));
        List<AuditRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? cursor.write(shown.getLast().seq(), filter) : null;
        return new Page<>(shown.stream().map(AuditRow::toEvent).toList(), next);
    }
}
