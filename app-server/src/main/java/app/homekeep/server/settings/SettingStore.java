// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The table `setting`. Stateless.
final class SettingStore {
    private record Row(String name, String value) {}

    /// What was changed from the defaults, as JSON by name.
    Map<String, String> all(Handle handle) {
        return handle
                .createQuery("SELECT name, value FROM setting")
                .map((row, context) -> new Row(row.getString("name"), row.getString("value")))
                .stream()
                .collect(Collectors.toMap(Row::name, Row::value));
    }

    void set(Handle handle, String name, String value, Instant now) {
        handle.createUpdate("""
                        INSERT INTO setting (name, value, changed_at) VALUES (:name, :value, :now)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at
                        """)
                .bind("name", name)
                .bind("value", value)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
