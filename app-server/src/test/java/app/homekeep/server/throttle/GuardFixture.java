// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import app.homekeep.server.ManualClock;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.settings.Settings;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Migrations;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// What guards stand on: a real database with its log, keys, settings and a clock that jumps.
public final class GuardFixture implements AutoCloseable {
    private static final Migrations MIGRATIONS = Migrations.of(List.of(
            "0001_settings",
            "0002_audit",
            "0003_accounts",
            "0004_sessions",
            "0005_spaces",
            "0006_keys",
            "0007_people",
            "0010_throttle",
            "0011_devices",
            "0017_device_trust"));

    public final ManualClock clock = new ManualClock();
    public final SecureRandom random = new SecureRandom();
    public final Ids ids = new Ids(clock, random);
    public final EventHub hub = new EventHub();
    public final List<EventHub.Event> events = new CopyOnWriteArrayList<>();

    private final Path folder;

    public Database database;
    public Keyring keyring;
    public AuditLog audit;
    public Settings settings;

    public GuardFixture(Path folder) {
        this.folder = folder;
        hub.watch(events::add);
        database = database();
        keyring = keyring();
        audit = AuditLog.open(database, keyring, hub, clock);
        settings = Settings.open(database, clock);
    }

    /// As a restart does it.
    public void reopen() {
        database.close();
        database = database();
        keyring = keyring();
        audit = AuditLog.open(database, keyring, hub, clock);
        settings = Settings.open(database, clock);
    }

    /// Makes an account whose id is `user-<name>`.
    public String account(String name, String role) {
        database.write(tx -> tx.handle()
                .createUpdate("""
                        INSERT INTO accounts (id, username, folded_name, display_name, role, password_hash, created_at)
                        VALUES (:id, :name, :name, :name, :role, '-', 0)
                        """)
                .bind("id", "user-" + name)
                .bind("name", name)
                .bind("role", role)
                .execute());
        return "user-" + name;
    }

    public void set(String setting, Object value) {
        settings.change(Map.of(setting, value), audit, AuditEntry.system(AuditKind.SETTINGS_CHANGE));
    }

    /// How many rows of the audit log are of that kind.
    public int audited(AuditKind kind) {
        return number("SELECT count(*) FROM audit WHERE event = '" + kind + "'");
    }

    public int number(String query) {
        return database.read(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    public void execute(String statement) {
        database.write(tx -> tx.handle().execute(statement));
    }

    public static AuditEntry entry(AuditKind kind) {
        return AuditEntry.by(kind, "olga", "-", Optional.empty());
    }

    private Database database() {
        return Database.open(folder.resolve("guard.db"), MIGRATIONS, clock);
    }

    private Keyring keyring() {
        return Keyring.open(folder.resolve("keys"), database, random, clock, Optional.empty());
    }

    @Override
    public void close() {
        database.close();
    }
}
