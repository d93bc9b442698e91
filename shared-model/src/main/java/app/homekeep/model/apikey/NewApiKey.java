// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.apikey;

import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Permission;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An API key to be made.
///
/// @param permissions some of those that its owner has
/// @param expiresAt   null for never
@Json(naming = Json.Naming.LowerUnderscore)
public record NewApiKey(
        String name, Set<Permission> permissions, @Nullable Instant expiresAt) {
    public NewApiKey {
        name = Rules.present("name", name, Limits.NAME_LONGEST);
        if (permissions == null || permissions.isEmpty()) {
            throw new Invalid("permissions", "Name at least one, such as file:read.");
        }
        permissions = Set.copyOf(permissions);
    }
}
