// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The server's database: SQLite with a write-ahead log that is flushed at each commit.
///
/// ```
/// callers (virtual threads) ── write ─▶ queue ─▶ db-writer     one transaction for all that wait, then each goes on
///                           ── read ──▶ queue ─▶ db-reader-1…4  one unchanging view each, can't write
/// ```
/// SQL runs on these platform threads alone, for native code would pin a virtual thread to its carrier. Thread-safe.
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final Readers readers;
    private final Writer writer;
    private final Problems problems;

    private Database(Connection writing, List<Connection> reading, Problems problems, Upkeep upkeep)
            throws SQLException {
        this.problems = problems;
        writer = new Writer(writing, problems, upkeep);
        readers = new Readers(reading, problems);
        writer.start();
    }

    /// Opens the database, makes it where there is none, checks that it is sound, and brings its tables up to date.
    ///
    /// @throws DatabaseDamaged when the file is damaged, cut short or foreign; it is left as it was
    /// @throws DatabaseTooNew  when a newer program has written it; it is left as it was
    public static Database open(Path path, Migrations migrations, Clock clock) {
        var file = new SqliteFile(path);
        file.createIfMissing();
        file.recognise();
        var opened = new ArrayList<Connection>();
        try {
            Connection writing = file.openWriter();
            opened.add(writing);
            long lastFull = check(writing, file, clock);
            migrations.run(writing, file, clock);
            IntegrityCheck.passed(writing, lastFull);
            for (int i = 0; i < READERS; i++) {
                opened.add(file.openReader());
            }
            var problems = new Problems(file);
            var upkeep = new Upkeep(writing, file, clock, problems, lastFull);
            return new Database(writing, opened.subList(1, opened.size()), problems, upkeep);
        } catch (SQLException | IOException e) {
            closeAll(opened, e);
            throw Problems.isDamage(e)
                    ? new DatabaseDamaged(
                            "The database " + path + " is damaged. It was left as it is; restore a backup.", e)
                    : new DatabaseDamaged("The database " + path + " could not be opened or brought up to date.", e);
        } catch (DatabaseUnusable e) {
            closeAll(opened, e);
            throw e;
        }
    }

    /// Does the work in a transaction and waits until it is durable, even when the thread is interrupted.
    ///
    /// @throws app.homekeep.server.problem.Refused `NO_SPACE` on a full disk, `STOPPING` after closing,
    ///         `DATABASE_DAMAGED`; nothing was changed then
    public <T extends @Nullable Object> T write(Work<T> work) {
        return writer.submit(work);
    }

    /// Asks something, on a view that holds still; sees every write that has returned.
    ///
    /// @param query returns values, never something still open
    /// @throws app.homekeep.server.problem.Refused as [#write]
    public <T extends @Nullable Object> T read(Function<Handle, T> query) {
        return readers.submit(query);
    }

    /// Whether it is served; from memory. False once damage was found while the server ran: it asks for a restore then.
    public boolean works() {
        return !problems.damaged();
    }

    /// How many writes wait for the next commit.
    int waiting() {
        return writer.waiting();
    }

    /// Finishes what has been taken on, tidies the log away and lets go of the file.
    @Override
    public void close() {
        readers.close();
        try {
            writer.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not close.", e);
        }
    }

    /// @return when the whole file was last checked
    private static long check(Connection connection, SqliteFile file, Clock clock) throws SQLException {
        IntegrityCheck.quick(connection, file.path());
        long now = clock.millis();
        long last = IntegrityCheck.lastFull(connection).orElse(0L);
        if (now - last < IntegrityCheck.FULL_EVERY.toMillis()) {
            return last;
        }
        IntegrityCheck.full(connection, file.path());
        return now;
    }

    private static void closeAll(List<Connection> connections, Exception because) {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                because.addSuppressed(e);
            }
        }
    }
}
