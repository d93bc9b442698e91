// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.model.device.KnownDevice;
import app.homekeep.server.session.Device;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `devices`. Stateless; works on the handle it is given.
final class DeviceStore {
    /// Sorts after every id.
    private static final String BEHIND_ALL = "g";

    /// A device that was revoked, for the audit log.
    record Revoked(String id, String accountId, String name, String browser) {}

    void insert(Handle handle, String id, String accountId, Device device, String address, Instant now) {
        handle.createUpdate("""
                        INSERT INTO devices (id, account_id, name, browser, address, created_at, last_seen_at)
                        VALUES (:id, :account, :name, :browser, :address, :now, :now)
                        """)
                .bind("id", id)
                .bind("account", accountId)
                .bind("name", device.name())
                .bind("browser", device.browser())
                .bind("address", address)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// @return false when the account doesn't know that device, or no more
    boolean seen(Handle handle, String id, String accountId, Device device, String address, Instant now) {
        return handle.createUpdate("""
                        UPDATE devices SET name = :name, browser = :browser, address = :address, last_seen_at = :now
                        WHERE id = :id AND account_id = :account
                        """)
                        .bind("id", id)
                        .bind("account", accountId)
                        .bind("name", device.name())
                        .bind("browser", device.browser())
                        .bind("address", address)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    boolean knows(Handle handle, String id, String accountId) {
        return handle.createQuery("SELECT count(*) FROM devices WHERE id = :id AND account_id = :account")
                        .bind("id", id)
                        .bind("account", accountId)
                        .mapTo(int.class)
                        .one()
                == 1;
    }

    /// An account's devices, the newest first, those behind the cursor.
    ///
    /// @param session the one that asks; the device it was begun on is the current one
    List<KnownDevice> page(
            Handle handle, String accountId, Optional<String> session, Optional<String> after, int limit) {
        return handle.createQuery("""
                        SELECT d.id, a.username, d.name, d.browser, d.address, d.created_at, d.last_seen_at,
                               d.trusted_since,
                               EXISTS (SELECT 1 FROM sessions s WHERE s.id = :session AND s.device_id = d.id) AS current
                        FROM devices d JOIN accounts a ON a.id = d.account_id
                        WHERE d.account_id = :account AND d.id < :after
                        ORDER BY d.id DESC LIMIT :limit
                        """)
                .bind("account", accountId)
                .bind("session", session.orElse(""))
                .bind("after", after.orElse(BEHIND_ALL))
                .bind("limit", limit)
                .map((row, context) -> new KnownDevice(
                        row.getString("id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("browser"),
                        row.getString("address"),
                        Instant.ofEpochMilli(row.getLong("created_at")),
                        Instant.ofEpochMilli(row.getLong("last_seen_at")),
                        row.getBoolean("current"),
                        since(row)))
                .list();
    }

    /// Notes what the device that this session was begun on has found out about its connection. What it said
    /// first stays, for as long as it says the same.
    ///
    /// @return false when the session was begun on none
    boolean trust(Handle handle, String session, boolean trusted, Instant now) {
        String since = trusted ? "COALESCE(trusted_since, :now)" : "NULL";
        return handle.createUpdate("UPDATE devices SET trusted_since = " + since
                                + " WHERE id = (SELECT device_id FROM sessions WHERE id = :session)")
                        .bind("session", session)
                        .bindMap(trusted ? Map.of("now", now.toEpochMilli()) : Map.of())
                        .execute()
                == 1;
    }

    /// Takes a device off the list; the row count decides who revoked it.
    ///
    /// @param accountId whose it must be; empty for anybody's
    Optional<Revoked> take(Handle handle, String id, Optional<String> accountId) {
        String whose = accountId.isPresent() ? " AND account_id = :account" : "";
        return handle.createQuery(
                        "DELETE FROM devices WHERE id = :id" + whose + " RETURNING id, account_id, name, browser")
                .bind("id", id)
                .bindMap(accountId.map(account -> Map.of("account", account)).orElse(Map.of()))
                .map((row, context) -> new Revoked(
                        row.getString("id"),
                        row.getString("account_id"),
                        row.getString("name"),
                        row.getString("browser")))
                .findOne();
    }

    /// Whose a device is.
    Optional<String> accountOf(Handle handle, String id) {
        return handle.createQuery("SELECT account_id FROM devices WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    /// Forgets an account's devices but for those used last.
    void keepNewest(Handle handle, String accountId, int kept) {
        handle.createUpdate("""
                        DELETE FROM devices WHERE account_id = :account AND id NOT IN (
                          SELECT id FROM devices WHERE account_id = :account
                          ORDER BY last_seen_at DESC, id DESC LIMIT :kept)
                        """).bind("account", accountId).bind("kept", kept).execute();
    }

    int forget(Handle handle, Instant before) {
        return handle.createUpdate("DELETE FROM devices WHERE last_seen_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    private static @Nullable Instant since(ResultSet row) throws SQLException {
        long millis = row.getLong("trusted_since");
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
