// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.role;

import app.homekeep.model.Limits;
import app.homekeep.model.Permission;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to change about a role; what is missing stays.
@Json(naming = Json.Naming.LowerUnderscore)
public record RoleChange(
        @Nullable String name,
        @Nullable Set<Permission> permissions,
        @Nullable Boolean requireTotp,
        @Nullable Boolean approveDevices) {
    public RoleChange {
        name = name == null ? null : Rules.present("name", name, Limits.NAME_LONGEST);
        permissions = permissions == null ? null : Set.copyOf(permissions);
    }
}
