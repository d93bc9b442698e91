// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.lockdown;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table `lockdown`, which has one row or none. Stateless.
final class LockdownStore {
    Optional<LockdownRow> find(Handle handle) {
        return handle.createQuery("SELECT since, by_name, sessions, api_keys, lan_door, finished FROM lockdown")
                .map((row, context) -> new LockdownRow(
                        Instant.ofEpochMilli(row.getLong("since")),
                        row.getString("by_name"),
                        row.getInt("sessions"),
                        row.getInt("api_keys"),
                        row.getBoolean("lan_door"),
                        row.getBoolean("finished")))
                .findOne();
    }

    void insert(Handle handle, LockdownRow lockdown) {
        handle.createUpdate("""
                        INSERT INTO lockdown (one, since, by_name, sessions, api_keys, lan_door, finished)
                        VALUES (1, :since, :by, :sessions, :keys, :lan, :finished)
                        """)
                .bind("since", lockdown.since().toEpochMilli())
                .bind("by", lockdown.by())
                .bind("sessions", lockdown.sessions())
                .bind("keys", lockdown.apiKeys())
                .bind("lan", lockdown.lanDoor() ? 1 : 0)
                .bind("finished", lockdown.finished() ? 1 : 0)
                .execute();
    }

    /// So many were sent out.
    void count(Handle handle, int sessions, int apiKeys) {
        handle.createUpdate("UPDATE lockdown SET sessions = sessions + :sessions, api_keys = api_keys + :keys")
                .bind("sessions", sessions)
                .bind("keys", apiKeys)
                .execute();
    }

    /// Everybody is out, and what they had is worth nothing.
    void finish(Handle handle) {
        handle.createUpdate("UPDATE lockdown SET finished = 1").execute();
    }

    /// @return false when there was none
    boolean delete(Handle handle) {
        return handle.createUpdate("DELETE FROM lockdown").execute() > 0;
    }
}
