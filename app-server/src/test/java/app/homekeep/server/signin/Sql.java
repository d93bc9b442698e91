// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Looks into a server's database from outside, and puts into it what nothing else of this package can.
final class Sql {
    private Sql() {}

    static void run(TestServer server, String sql) {
        try (Connection connection = open(server);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static int count(TestServer server, String sql) {
        try (Connection connection = open(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Connection open(TestServer server) throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + server.data().resolve("homekeep.db"));
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
        }
        return connection;
    }
}
