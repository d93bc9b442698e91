// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.role;

import app.homekeep.model.Permission;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

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

    /// @return false when the folded name is taken
    boolean insert(Handle handle, RoleRow role, String folded, Instant now) {
        return bound(handle.createUpdate("""
                        INSERT INTO roles (id, name, folded_name, permissions, require_totp, approve_devices, created_at)
                        VALUES (:id, :name, :folded, :permissions, :totp, :approve, :now)
                        ON CONFLICT (folded_name) DO NOTHING
                        """), role, folded)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /// @return false when there is no such row, or its new name is another's
    boolean update(Handle handle, RoleRow role, String folded) {
        return bound(handle.createUpdate("""
                        UPDATE roles SET name = :name, folded_name = :folded, permissions = :permissions,
                               require_totp = :totp, approve_devices = :approve
                        WHERE id = :id
                          AND NOT EXISTS (SELECT 1 FROM roles o WHERE o.folded_name = :folded AND o.id <> :id)
                        """), role, folded).execute() == 1;
    }

    /// Deletes a role that no account has and no invite gives.
    ///
    /// @return false when there is no such row, or somebody has it
    boolean delete(Handle handle, String id, Instant now) {
        return handle.createUpdate("""
                        DELETE FROM roles WHERE id = :id
                          AND NOT EXISTS (SELECT 1 FROM accounts WHERE role = :id)
                          AND NOT EXISTS (SELECT 1 FROM invites WHERE role = :id AND expires_at > :now)
                        """)
                        .bind("id", id)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    boolean exists(Handle handle, String id) {
        return handle.createQuery("SELECT count(*) FROM roles WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /// How many accounts have each role; those that none has are missing.
    Map<String, Long> users(Handle handle) {
        return handle.createQuery("SELECT role, count(*) AS users FROM accounts GROUP BY role")
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(row.getColumn("role", String.class), row.getColumn("users", Long.class));
                    return all;
                });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, RoleRow role, String folded) {
        return statement
                .bind("id", role.id())
                .bind("name", role.name())
                .bind("folded", folded)
                .bind(
                        "permissions",
                        role.permissions().stream()
                                .sorted()
                                .map(permission -> permission.wire() + " ")
                                .collect(Collectors.joining()))
                .bind("totp", role.requireTotp() ? 1 : 0)
                .bind("approve", role.approveDevices() ? 1 : 0);
    }

    /// A permission that an older or newer program wrote and this one doesn't know is left out.
    private static Set<Permission> permissions(String words) {
        Set<String> named = Set.of(words.strip().split(" +"));
        return Arrays.stream(Permission.values())
                .filter(permission -> named.contains(permission.wire()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
