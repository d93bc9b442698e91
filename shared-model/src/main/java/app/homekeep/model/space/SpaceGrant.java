// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.space;

import app.homekeep.model.Permission;
import io.avaje.jsonb.Json;
import java.util.Set;

/// A shared space that an invite brings along.
///
/// @param space       the space's id
/// @param permissions what its holder will be able to do in it; never empty
@Json(naming = Json.Naming.LowerUnderscore)
public record SpaceGrant(String space, Set<Permission> permissions) {
    public SpaceGrant {
        permissions = SpaceRights.checked("permissions", permissions);
    }
}
