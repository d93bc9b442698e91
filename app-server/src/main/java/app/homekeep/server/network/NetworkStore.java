// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.model.network.KnownNetwork.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The tables `networks` and `network_beginning`. Stateless; works on the handle it is given.
final class NetworkStore {
    /// The newest first.
    List<NetworkRow> all(Handle handle) {
        return handle.createQuery("""
                        SELECT id, gateway, prefix, hardware, standing, first_seen_at, last_seen_at
                        FROM networks ORDER BY id DESC
                        """)
                .map((row, context) -> new NetworkRow(
                        row.getString("id"),
                        row.getString("gateway"),
                        row.getString("prefix"),
                        Optional.ofNullable(row.getString("hardware")),
                        Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                        Instant.ofEpochMilli(row.getLong("first_seen_at")),
                        Instant.ofEpochMilli(row.getLong("last_seen_at"))))
                .list();
    }

    void insert(Handle handle, NetworkRow network) {
        handle.createUpdate("""
                        INSERT INTO networks (id, gateway, prefix, hardware, standing, first_seen_at, last_seen_at)
                        VALUES (:id, :gateway, :prefix, :hardware, :standing, :first, :last)
                        """)
                .bind("id", network.id())
                .bind("gateway", network.gateway())
                .bind("prefix", network.prefix())
                .bind("hardware", network.hardware().orElse(null))
                .bind("standing", network.standing().wire())
                .bind("first", network.firstSeenAt().toEpochMilli())
                .bind("last", network.lastSeenAt().toEpochMilli())
                .execute();
    }

    /// It was seen, perhaps with a hardware address that was not known yet.
    void seen(Handle handle, String id, Optional<String> hardware, Instant now) {
        handle.createUpdate("""
                        UPDATE networks SET last_seen_at = :now, hardware = coalesce(hardware, :hardware) WHERE id = :id
                        """)
                .bind("id", id)
                .bind("hardware", hardware.orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void stand(Handle handle, String id, Standing standing) {
        handle.createUpdate("UPDATE networks SET standing = :standing WHERE id = :id")
                .bind("id", id)
                .bind("standing", standing.wire())
                .execute();
    }

    void delete(Handle handle, String id) {
        handle.createUpdate("DELETE FROM networks WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /// Forgets all that the owner has not spoken of but the newest ones.
    void forgetUnknown(Handle handle, int keep) {
        handle.createUpdate("""
                        DELETE FROM networks WHERE standing = 'unknown' AND id NOT IN (
                          SELECT id FROM networks WHERE standing = 'unknown' ORDER BY last_seen_at DESC LIMIT :keep)
                        """).bind("keep", keep).execute();
    }

    /// When the networks of the first opening were taken for home.
    Optional<Instant> begun(Handle handle) {
        return handle.createQuery("SELECT began_at FROM network_beginning")
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    void begin(Handle handle, Instant now) {
        handle.createUpdate("INSERT INTO network_beginning (began_at) VALUES (:now)")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
