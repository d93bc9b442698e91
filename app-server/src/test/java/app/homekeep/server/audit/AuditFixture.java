// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.event.EventHub;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Migrations;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// An audit log on a real database with real keys.
final class AuditFixture implements AutoCloseable {
    static final Migrations MIGRATIONS = Migrations.of(List.of("0001_settings", "0002_audit", "0006_keys"));

    final Path file;
    final EventHub events = new EventHub();
    final Database database;
    final Keyring keyring;
    final AuditLog log;
    final AuditVerifier verifier;
    final AuditQuery query;
    final AuditExport export;
    final List<Long> announced = new CopyOnWriteArrayList<>();

    AuditFixture(Path folder, Clock clock) {
        file = folder.resolve("audit.db");
        database = Database.open(file, MIGRATIONS, clock);
        keyring = Keyring.open(folder.resolve("keys"), database, new SecureRandom(), clock, Optional.empty());
        events.watch(event -> {
            if (event instanceof EventHub.Event.AuditAppended appended) {
                announced.add(appended.seq());
            }
        });
        log = AuditLog.open(database, keyring, events, clock);
        verifier = new AuditVerifier(database, keyring, log);
        query = new AuditQuery(database, keyring);
        export = new AuditExport(database);
    }

    static AuditEntry login(String actor) {
        return AuditEntry.by(AuditKind.USER_LOGIN, actor, "192.168.1.20", Optional.of("session of " + actor));
    }

    void append(AuditEntry... entries) {
        database.write(tx -> {
            for (AuditEntry entry : entries) {
                log.append(tx, entry);
            }
            return entries.length;
        });
    }

    /// Somebody with another program: no triggers, no rules.
    Connection intruder() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA busy_timeout = 10000");
            for (String trigger : List.of(
                    "audit_is_never_changed",
                    "audit_is_never_deleted",
                    "audit_checkpoint_is_never_changed",
                    "audit_checkpoint_is_never_deleted")) {
                statement.execute("DROP TRIGGER IF EXISTS " + trigger);
            }
        }
        return connection;
    }

    @Override
    public void close() {
        database.close();
    }
}
