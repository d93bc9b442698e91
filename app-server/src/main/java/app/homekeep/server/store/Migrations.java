// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The steps that make the tables, in order: `db/<name>.sql` on the class path. Each runs once, is remembered with its
/// checksum, and is never edited after it was released. All that a start has to do happens in one transaction, after a
/// copy of a database that holds something. Immutable.
public final class Migrations {
    private final List<Step> steps;

    private Migrations(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// @param names in the order in which they run, such as `0001_settings`
    public static Migrations of(List<String> names) {
        return new Migrations(names.stream().map(Step::load).toList());
    }

    /// Brings the tables up to date.
    ///
    /// @throws DatabaseTooNew when a newer or other program has made them; nothing was changed
    void run(Connection connection, SqliteFile file, Clock clock) throws SQLException, IOException {
        List<Applied> applied = applied(connection);
        compare(applied);
        List<Step> missing = steps.subList(applied.size(), steps.size());
        if (missing.isEmpty()) {
            return;
        }
        if (!applied.isEmpty()) {
            new UpgradeBackup(file).make(connection, applied.size());
        }
        try (var statement = connection.createStatement()) {
            // Only possible outside a transaction; rebuilding a table needs it.
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("BEGIN IMMEDIATE");
            try {
                apply(connection, applied.size(), missing, clock.millis());
                statement.execute("COMMIT");
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
            statement.execute("PRAGMA foreign_keys = ON");
        }
    }

    private static List<Applied> applied(Connection connection) throws SQLException {
        var applied = new ArrayList<Applied>();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS schema_history (
                        version INTEGER PRIMARY KEY,
                        name    TEXT NOT NULL,
                        sha256  TEXT NOT NULL,
                        at      INTEGER NOT NULL
                    ) STRICT
                    """);
            try (var rows = statement.executeQuery("SELECT name, sha256 FROM schema_history ORDER BY version")) {
                while (rows.next()) {
                    applied.add(new Applied(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return applied;
    }

    private void compare(List<Applied> applied) {
        if (applied.size() > steps.size()) {
            throw new DatabaseTooNew("A newer Homekeep has written this database (its version is " + applied.size()
                    + ", this program knows " + steps.size() + "). Install the newer one again.");
        }
        for (int i = 0; i < applied.size(); i++) {
            Step step = steps.get(i);
            if (!applied.get(i).equals(new Applied(step.name, step.sha256))) {
                throw new DatabaseTooNew("Another build of Homekeep has written this database: its step "
                        + applied.get(i).name + " is not this program's " + step.name + ".");
            }
        }
    }

    private void apply(Connection connection, int before, List<Step> missing, long now) throws SQLException {
        try (var statement = connection.createStatement();
                var remember = connection.prepareStatement(
                        "INSERT INTO schema_history (version, name, sha256, at) VALUES (?, ?, ?, ?)")) {
            int version = before;
            for (Step step : missing) {
                version++;
                // The driver hands this to sqlite3_exec, which takes a whole script, triggers included.
                statement.executeUpdate(step.sql);
                remember.setInt(1, version);
                remember.setString(2, step.name);
                remember.setString(3, step.sha256);
                remember.setLong(4, now);
                remember.executeUpdate();
            }
            statement.execute("PRAGMA user_version = " + version);
            try (var broken = statement.executeQuery("PRAGMA foreign_key_check")) {
                if (broken.next()) {
                    throw new SQLException("a foreign key of " + broken.getString(1) + " points nowhere");
                }
            }
        }
    }

    private record Applied(String name, String sha256) {}

    private record Step(String name, String sql, String sha256) {
        static Step load(String name) {
            String resource = "/db/" + name + ".sql";
            try (var in = Migrations.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalArgumentException("no such migration: " + resource);
                }
                byte[] sql = in.readAllBytes();
                return new Step(name, new String(sql, StandardCharsets.UTF_8), sha256(sql));
            } catch (IOException e) {
                throw new IllegalStateException("unreadable migration: " + resource, e);
            }
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
