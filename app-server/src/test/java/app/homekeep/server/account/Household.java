// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// A server with people: `olga` owns it, `adam` and `alan` are administrators, `anna` is a user, `vera` a viewer.
public final class Household implements AutoCloseable {
    public final TestServer server;
    /// The owner's panel.
    public final TestClient panel;

    public Household(Path folder) {
        server = TestServer.start(folder);
        panel = server.control();
        server.addUser("adam", "admin");
        server.addUser("alan", "admin");
        server.addUser("anna", "user");
        server.addUser("vera", "viewer");
    }

    /// Somebody's browser, signed in.
    public TestClient browser(String username) {
        TestClient browser = server.browser().always("X-Requested-With", "test");
        String password = username.equals("olga") ? TestServer.OWNER_PASSWORD : TestServer.USER_PASSWORD;
        TestClient.Answered answer = browser.signIn(username, password);
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
        return browser;
    }

    /// Somebody's browser whose holder has just shown password and second factor, which manages.
    public TestClient managing(String username) {
        TestClient browser = browser(username);
        // Before the session's first request, so that memory doesn't know it yet.
        execute("UPDATE sessions SET stepped_up_totp = 1, stepped_up_at = "
                + server.clock().millis());
        return browser;
    }

    public String id(String username) {
        return users().stream()
                .filter(user -> username.equals(user.get("username")))
                .map(user -> String.valueOf(user.get("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + username));
    }

    public List<Map<String, Object>> users() {
        return panel.get("/api/v1/users").items();
    }

    /// The path of somebody's account.
    public String path(String username) {
        return "/api/v1/users/" + id(username);
    }

    /// The audit log's newest rows of one event, as text.
    public String audited(String event) {
        return panel.get("/api/v1/audit?event=" + event).text();
    }

    /// SQL on the server's database, beside the server.
    public void execute(String sql) {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("homekeep.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// The first number of a query's first row.
    public long number(String sql) {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("homekeep.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// The last column of all of a query's rows, a line each.
    public String text(String sql) {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("homekeep.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new StringBuilder();
            while (rows.next()) {
                lines.append(rows.getString(rows.getMetaData().getColumnCount()))
                        .append('\n');
            }
            return lines.toString();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
