// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The table `shut_out`. Stateless; works on the handle it is given.
final class ShutOutStore {
    private static final RowMapper<ShutOut> ROW = (row, context) -> {
        long end = row.getLong("until");
        Optional<Instant> until = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end));
        return new ShutOut(
                row.getString("id"), row.getString("address"), Instant.ofEpochMilli(row.getLong("since")), until);
    };

    List<ShutOut> all(Handle handle) {
        return handle.createQuery("SELECT id, address, since, until FROM shut_out ORDER BY id DESC")
                .map(ROW)
                .list();
    }

    /// In place of one for the same address.
    void put(Handle handle, ShutOut out) {
        handle.createUpdate("""
                        INSERT INTO shut_out (id, address, since, until) VALUES (:id, :address, :since, :until)
                        ON CONFLICT (address)
                        DO UPDATE SET id = excluded.id, since = excluded.since, until = excluded.until
                        """)
                .bind("id", out.id())
                .bind("address", out.address())
                .bind("since", out.since().toEpochMilli())
                .bind("until", out.until().map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    /// Takes one; the row count decides who lifted it.
    Optional<ShutOut> take(Handle handle, String id) {
        return handle.createQuery("DELETE FROM shut_out WHERE id = :id RETURNING id, address, since, until")
                .bind("id", id)
                .map(ROW)
                .findOne();
    }

    int forget(Handle handle, Instant now) {
        return handle.createUpdate("DELETE FROM shut_out WHERE until <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
