// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table `departures`. Stateless; works on the handle it is given.
final class DepartureStore {
    void insert(Handle handle, Departure departure, Instant now) {
        handle.createUpdate("""
                        INSERT INTO departures (id, folder, folder_key, username, fate, created_at)
                        VALUES (:id, :folder, :key, :username, :fate, :now)
                        """)
                .bind("id", departure.id())
                .bind("folder", departure.folder())
                .bind("key", SpaceStore.key(departure.folder()))
                .bind("username", departure.username())
                .bind("fate", departure.move() ? "move" : "remove")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    List<Departure> all(Handle handle) {
        return handle.createQuery("SELECT * FROM departures ORDER BY id")
                .map((row, context) -> new Departure(
                        row.getString("id"),
                        row.getString("folder"),
                        row.getString("username"),
                        row.getString("fate").equals("move")))
                .list();
    }

    void delete(Handle handle, String id) {
        handle.createUpdate("DELETE FROM departures WHERE id = :id")
                .bind("id", id)
                .execute();
    }
}
