// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.model.account.AccountState;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Open;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.password.CommonPasswords;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.role.Roles;
import app.homekeep.server.session.Device;
import app.homekeep.server.session.Lifetimes;
import app.homekeep.server.session.Session;
import app.homekeep.server.session.SessionFeature;
import app.homekeep.server.session.SigningKeys;
import app.homekeep.server.signin.KnownDevices.Noted;
import app.homekeep.server.throttle.GuardFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Devices and approvals on a real database, with two accounts: Anna, and Olga, the owner.
final class DeviceFixture implements AutoCloseable {
    static final Device IPHONE = new Device("iPhone", "Safari 18");
    static final String HERE = "192.168.1.20";

    final GuardFixture guard;
    final Account anna;
    final Account olga;

    Accounts accounts;
    Roles roles;
    SessionFeature sessions;
    Devices devices;
    Approvals approvals;
    volatile boolean everybody;

    DeviceFixture(Path folder) {
        guard = new GuardFixture(folder);
        guard.account("anna", "user");
        guard.account("olga", "owner");
        open();
        anna = accounts.byId("user-anna").orElseThrow();
        olga = accounts.byId("user-olga").orElseThrow();
    }

    /// As a restart does it.
    void reopen() {
        guard.reopen();
        open();
    }

    static Account asking(Account account) {
        return new Account(
                account.id(),
                account.username(),
                account.displayName(),
                account.role(),
                AccountState.ACTIVE,
                false,
                false,
                Optional.empty(),
                true,
                account.createdAt());
    }

    Noted note(Account account, Optional<String> deviceId) {
        return guard.database.write(tx -> devices.note(tx, account.id(), deviceId, IPHONE, HERE));
    }

    Session begin(Account account, String deviceId) {
        return guard.database.write(tx ->
                sessions.sessions().begin(tx, account, IPHONE, HERE, false, List.of("pwd"), Optional.of(deviceId)));
    }

    int audited(AuditKind kind) {
        return guard.audited(kind);
    }

    static AuditEntry entry(AuditKind kind) {
        return GuardFixture.entry(kind);
    }

    private void open() {
        roles = Roles.open(guard.database);
        accounts = new Accounts(
                guard.database,
                roles,
                new PasswordHashes(guard.random),
                new PasswordPolicy(() -> 12, new CommonPasswords()),
                guard.audit,
                guard.hub,
                (tx, account) -> {},
                guard.ids,
                guard.clock);
        sessions = SessionFeature.of(
                guard.database,
                accounts,
                roles,
                new Keys(guard.keyring),
                "test",
                new Usual(),
                new Open(() -> {}),
                guard.hub,
                guard.audit,
                guard.ids,
                guard.random,
                guard.clock);
        devices = new Devices(
                guard.database, guard.keyring, sessions.ending(), accounts, guard.audit, guard.ids, guard.clock);
        approvals = new Approvals(
                guard.database, roles, () -> everybody, guard.audit, guard.hub, guard.ids, guard.random, guard.clock);
    }

    private record Keys(Keyring keyring) implements SigningKeys {
        @Override
        public Key active() {
            Keyring.Key key = keyring.active(Purpose.JWT);
            return new Key(key.id(), key.bytes());
        }

        @Override
        public Optional<Key> find(String id) {
            return Optional.of(active());
        }
    }

    private record Usual() implements Lifetimes {
        @Override
        public Duration access() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration session() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration remembered() {
            return Duration.ofDays(7);
        }

        @Override
        public Duration idle() {
            return Duration.ofDays(3);
        }
    }

    @Override
    public void close() {
        guard.close();
    }
}
