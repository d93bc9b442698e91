// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.role;

import app.homekeep.model.Limits;
import app.homekeep.model.Permission;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import java.util.Set;

/// A role to be made.
@Json(naming = Json.Naming.LowerUnderscore)
public record NewRole(String name, Set<Permission> permissions) {
    public NewRole {
        name = Rules.present("name", name, Limits.NAME_LONGEST);
        permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
    }
}
