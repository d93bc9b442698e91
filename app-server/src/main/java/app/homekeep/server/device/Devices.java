// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.model.Page;
import app.homekeep.model.device.KnownDevice;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.session.Device;
import app.homekeep.server.session.EndReason;
import app.homekeep.server.session.SessionEnding;
import app.homekeep.server.signin.KnownDevices;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The devices that accounts have been signed in to on. Thread-safe.
public final class Devices implements KnownDevices {
    /// As long as browsers keep a cookie at most, and as its key is kept (RFC 6265bis section 5.5).
    public static final Duration KEPT = Duration.ofDays(400);

    /// Of one account: a script that keeps no cookies is a new device at each sign-in.
    private static final int MOST = 100;

    private final Database database;
    private final DeviceStore store = new DeviceStore();
    private final DeviceCookies cookies;
    private final SessionEnding sessions;
    private final Accounts accounts;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    public Devices(
            Database database,
            Keyring keyring,
            SessionEnding sessions,
            Accounts accounts,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.cookies = new DeviceCookies(keyring);
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// A forged cookie costs a signature and no look into the database.
    @Override
    public Optional<String> recognise(String cookie, String accountId) {
        return cookies.deviceId(cookie, accountId)
                .filter(id -> database.read(handle -> store.knows(handle, id, accountId)));
    }

    @Override
    public Noted note(Transaction tx, String accountId, Optional<String> deviceId, Device device, String address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // One that was revoked since it was recognised is a new one.
        String id = deviceId.filter(known -> store.seen(tx.handle(), known, accountId, device, address, now))
                .orElseGet(() -> insert(tx, accountId, device, address, now));
        return new Noted(id, cookies.of(id, accountId));
    }

    /// An account's devices, the newest first.
    ///
    /// @param session the one that asks
    /// @param after   the cursor of the page before
    Page<KnownDevice> page(String accountId, Optional<String> session, Optional<String> after, int limit) {
        List<KnownDevice> rows = database.read(handle -> store.page(handle, accountId, session, after, limit + 1));
        boolean more = rows.size() > limit;
        List<KnownDevice> items = more ? rows.subList(0, limit) : rows;
        return new Page<>(items, more ? items.getLast().id() : null);
    }

    /// Whose a device is.
    Optional<String> accountOf(String id) {
        return database.read(handle -> store.accountOf(handle, id));
    }

    /// Takes a device off the list and ends the sessions that were begun on it.
    ///
    /// @param accountId whose it must be; empty for anybody's
    /// @param entry     who does it
    /// @return false when there is no such device
    boolean revoke(String id, Optional<String> accountId, EndReason reason, AuditEntry entry) {
        return database.write(tx -> {
            Optional<DeviceStore.Revoked> revoked = store.take(tx.handle(), id, accountId);
            revoked.ifPresent(device -> {
                int ended = sessions.endOn(tx, device.id(), reason);
                audit.append(tx, entry.target(usernameOf(tx, device)).detail(describe(device, ended)));
            });
            return revoked.isPresent();
        });
    }

    /// What a device has found out about its own connection.
    ///
    /// @param session the one that it says so in
    /// @return false when that session was begun on no device that is known, or no more
    boolean trust(String session, boolean trusted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.write(tx -> store.trust(tx.handle(), session, trusted, now));
    }

    /// Deletes those whose cookies are long over. Called once a day.
    public int forgetOld() {
        return database.write(tx -> store.forget(tx.handle(), clock.instant().minus(KEPT)));
    }

    private String insert(Transaction tx, String accountId, Device device, String address, Instant now) {
        String id = ids.next();
        store.insert(tx.handle(), id, accountId, device, address, now);
        store.keepNewest(tx.handle(), accountId, MOST);
        return id;
    }

    private String usernameOf(Transaction tx, DeviceStore.Revoked device) {
        return accounts.credential(tx, device.accountId())
                .map(credential -> credential.account().username())
                .orElse("-");
    }

    private static String describe(DeviceStore.Revoked device, int ended) {
        String sessions = ended == 1 ? "1 session" : ended + " sessions";
        return device.name() + ", " + device.browser() + ": " + sessions + " ended";
    }
}
