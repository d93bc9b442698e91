// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.role;

import app.homekeep.model.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The table `roles`. Stateless; works on the handle it is given.
final class RoleStore {
    List<RoleRow> all(Handle handle) {
        return handle.createQuery("""
                        SELECT id, name, permissions, require_totp, approve_devices FROM roles ORDER BY created_at, id
                        """)
                .map((row, context) -> new RoleRow(
                        row.getString("id"),
                        row.getString("name"),
                        permissions(row.getString("permissions")),
                        row.getInt("require_totp") == 1,
                        row.getInt("approve_devices") == 1))
                .list();
    }

    /// A permission that an older or newer program wrote and this one doesn't know is left out.
    private static Set<Permission> permissions(String words) {
        Set<String> named = Set.of(words.strip().split(" +"));
        return Arrays.stream(Permission.values())
                .filter(permission -> named.contains(permission.wire()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
