// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.audit.AuditMirror;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.KeyringUnusable;
import app.homekeep.server.password.CommonPasswords;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.process.StartRefused;
import app.homekeep.server.role.Roles;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.Settings;
import app.homekeep.server.space.Departures;
import app.homekeep.server.space.SharedSpaces;
import app.homekeep.server.space.Spaces;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.DatabaseDamaged;
import app.homekeep.server.store.DatabaseTooNew;
import app.homekeep.server.store.DatabaseUnusable;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Migrations;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Everything that needs no door, on one data folder: the database, keys, log, settings, accounts and spaces.
final class Foundation implements AutoCloseable {
    private static final Migrations MIGRATIONS = Migrations.of(List.of(
            "0001_settings",
            "0002_audit",
            "0003_accounts",
            "0004_sessions",
            "0005_spaces",
            "0006_keys",
            "0007_people",
            "0008_second_factor",
            "0009_resets",
            "0010_throttle",
            "0011_devices",
            "0012_invites",
            "0013_departures",
            "0014_api_keys",
            "0015_shared_spaces",
            "0016_networks",
            "0017_device_trust",
            "0018_lockdown"));

    final Clock clock;
    final SecureRandom random;
    final Ids ids;
    final EventHub events = new EventHub();
    final Database database;
    final Keyring keyring;
    final AuditLog audit;
    final Settings settings;
    final AuditMirror mirror;
    final Path files;
    final PasswordHashes hashes;
    final PasswordPolicy policy;
    final SharedSpaces sharedSpaces;
    final Spaces spaces;
    final Departures departures;
    final Roles roles;
    final Accounts accounts;

    private Foundation(Path data, Optional<Path> newFiles, Database database, Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.database = database;
        ids = new Ids(clock, random);
        keyring = Keyring.open(data.resolve("keys"), database, random, clock, jwtKeyFile());
        audit = AuditLog.open(database, keyring, events, clock);
        settings = Settings.open(database, clock);
        files = newFiles.orElseGet(() -> Path.of(settings.get(KnownSettings.FILES_FOLDER)));
        hashes = new PasswordHashes(random);
        policy = new PasswordPolicy(() -> settings.number(KnownSettings.PASSWORD_MIN_LENGTH), new CommonPasswords());
        sharedSpaces = SharedSpaces.open(database);
        spaces = new Spaces(database, ids, clock, files, sharedSpaces, this::ownerId);
        departures = new Departures(database, spaces, files, clock);
        roles = Roles.open(database);
        accounts = new Accounts(
                database,
                hashes,
                policy,
                audit,
                events,
                (tx, account) -> spaces.createPersonal(tx, account.id(), account.username()),
                ids,
                clock);
        mirror = AuditMirror.start(database, events, () -> mirrorPlace(data));
    }

    /// @param newFiles the files folder of a home that is being made; empty for one that is there
    /// @throws StartRefused when the data can't be trusted or read
    static Foundation open(Path data, Optional<Path> newFiles, Clock clock, SecureRandom random) {
        Database database = database(data, clock);
        try {
            return new Foundation(data, newFiles, database, clock, random);
        } catch (KeyringUnusable e) {
            database.close();
            throw new StartRefused(e.code(), e.sentence(), e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database database(Path data, Clock clock) {
        try {
            return Database.open(data.resolve("homekeep.db"), MIGRATIONS, clock);
        } catch (DatabaseUnusable e) {
            String code = switch (e) {
                case DatabaseDamaged damaged -> "database_damaged";
                case DatabaseTooNew tooNew -> "database_too_new";
            };
            throw new StartRefused(code, e.sentence(), e);
        }
    }

    private static Optional<Path> jwtKeyFile() {
        return Optional.ofNullable(System.getenv("HOMEKEEP_JWT_KEY_FILE"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    private Optional<String> ownerId() {
        return accounts.owner().map(Account::id);
    }

    private Optional<Path> mirrorPlace(Path data) {
        return Optional.of(settings.get(KnownSettings.AUDIT_MIRROR))
                .filter(name -> !name.isEmpty())
                .map(data::resolve);
    }

    @Override
    public void close() {
        mirror.close();
        database.close();
    }
}
