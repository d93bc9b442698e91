// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What keeps the file in shape while the server runs. Runs on the writer's thread, between commits: the write-ahead
/// log is copied back and kept short, and once a week a thread of its own checks the whole file.
final class Upkeep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long LOG_LARGEST = 64L * 1024 * 1024;

    private final Connection connection;
    private final SqliteFile file;
    private final Clock clock;
    private final Problems problems;
    private long lastFull;

    /// @param connection the writer's
    /// @param lastFull   when the whole file was last checked, in milliseconds since 1970
    Upkeep(Connection connection, SqliteFile file, Clock clock, Problems problems, long lastFull) {
        this.connection = connection;
        this.file = file;
        this.clock = clock;
        this.problems = problems;
        this.lastFull = lastFull;
    }

    @Override
    public void run() {
        try (var statement = connection.createStatement()) {
            boolean tooLong = file.logSize() > LOG_LARGEST;
            statement.execute(tooLong ? "PRAGMA wal_checkpoint(TRUNCATE)" : "PRAGMA wal_checkpoint(PASSIVE)");
            long now = clock.millis();
            if (now - lastFull >= IntegrityCheck.FULL_EVERY.toMillis()) {
                IntegrityCheck.passed(connection, now);
                lastFull = now;
                // A daemon: a stop does not wait for it, the next start checks again.
                Thread.ofPlatform().name("db-check").daemon().start(this::checkFully);
            }
        } catch (SQLException | IOException e) {
            LOG.warn("The database's upkeep failed; it is tried again in a minute.", e);
        }
    }

    private void checkFully() {
        try (Connection reader = file.openReader()) {
            IntegrityCheck.full(reader, file.path());
        } catch (DatabaseDamaged e) {
            LOG.error("{}", e.sentence());
            problems.reportDamage();
        } catch (SQLException e) {
            LOG.warn("The weekly check of the database could not be finished.", e);
        }
    }
}
