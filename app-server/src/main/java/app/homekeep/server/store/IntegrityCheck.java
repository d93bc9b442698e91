// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// Looks whether the file is sound: quickly at each start, fully (indexes and foreign keys too) once a week.
final class IntegrityCheck {
    static final Duration FULL_EVERY = Duration.ofDays(7);

    private IntegrityCheck() {}

    /// @throws DatabaseDamaged when it isn't
    static void quick(Connection connection, Path file) throws SQLException {
        check(connection, file, "PRAGMA quick_check(1)");
    }

    /// @throws DatabaseDamaged when it isn't
    static void full(Connection connection, Path file) throws SQLException {
        check(connection, file, "PRAGMA integrity_check(1)");
        try (var statement = connection.createStatement();
                var broken = statement.executeQuery("PRAGMA foreign_key_check")) {
            if (broken.next()) {
                throw damaged(file, "a foreign key of " + broken.getString(1) + " points nowhere");
            }
        }
    }

    /// When the last full check was passed, in milliseconds since 1970; empty before the first one.
    static Optional<Long> lastFull(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS integrity_check (
                        id INTEGER PRIMARY KEY CHECK (id = 1),
                        at INTEGER NOT NULL
                    ) STRICT
                    """);
            try (var row = statement.executeQuery("SELECT at FROM integrity_check WHERE id = 1")) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /// Remembers that a full check was passed.
    static void passed(Connection connection, long now) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO integrity_check (id, at) VALUES (1, ?)
                ON CONFLICT (id) DO UPDATE SET at = excluded.at WHERE at <> excluded.at
                """)) {
            statement.setLong(1, now);
            statement.executeUpdate();
        }
    }

    private static void check(Connection connection, Path file, String pragma) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(pragma)) {
            String first = found.next() ? found.getString(1) : "nothing was answered";
            if (!"ok".equals(first)) {
                throw damaged(file, first);
            }
        }
    }

    private static DatabaseDamaged damaged(Path file, String finding) {
        return new DatabaseDamaged("The database " + file + " is damaged ("
                + finding.lines().findFirst().orElse("") + "). It was left as" + " it is; restore a backup.");
    }
}
