// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.store.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes the log out, oldest first. Reads a page, lets go of the database, writes the page: a slow reader at the other
/// end holds up nobody. Thread-safe.
public final class AuditExport {
    private static final int PAGE = 500;

    private final Database database;

    public AuditExport(Database database) {
        this.database = database;
    }

    /// @param last the newest row to write, so that an export ends although the log goes on
    public void write(AuditFilter filter, AuditFormat format, long last, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(format.opening());
        long edge = 0;
        while (true) {
            long behind = edge;
            List<AuditRow> rows = database.read(handle -> AuditStore.page(handle, filter, false, behind, PAGE));
            for (AuditRow row : rows) {
                if (row.seq() > last) {
                    break;
                }
                writer.write(format.line(row));
            }
            if (rows.size() < PAGE || rows.getLast().seq() >= last) {
                break;
            }
            edge = rows.getLast().seq();
        }
        writer.flush();
    }
}
