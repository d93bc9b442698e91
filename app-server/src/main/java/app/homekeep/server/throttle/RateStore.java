// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `rates`. Stateless; works on the handle it is given. Times are microseconds since 1970.
final class RateStore {
    /// @param rate as [Rate#wire] names it
    record Row(String rate, String key, long fullAt) {}

    List<Row> all(Handle handle, long now) {
        return handle.createQuery("SELECT rate, key, full_at FROM rates WHERE full_at > :now ORDER BY full_at")
                .bind("now", now)
                .map((row, context) -> new Row(row.getString("rate"), row.getString("key"), row.getLong("full_at")))
                .list();
    }

    void save(Handle handle, List<Row> rows) {
        var batch = handle.prepareBatch("""
                INSERT INTO rates (rate, key, full_at) VALUES (:rate, :key, :full_at)
                ON CONFLICT (rate, key) DO UPDATE SET full_at = excluded.full_at
                """);
        for (Row row : rows) {
            batch.bind("rate", row.rate())
                    .bind("key", row.key())
                    .bind("full_at", row.fullAt())
                    .add();
        }
        batch.execute();
    }

    void delete(Handle handle, String rate, String key) {
        handle.createUpdate("DELETE FROM rates WHERE rate = :rate AND key = :key")
                .bind("rate", rate)
                .bind("key", key)
                .execute();
    }

    int forget(Handle handle, long now) {
        return handle.createUpdate("DELETE FROM rates WHERE full_at <= :now")
                .bind("now", now)
                .execute();
    }
}
