// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.space;

import app.homekeep.model.Permission;
import io.avaje.jsonb.Json;
import java.util.Set;

/// Somebody who may use a shared space.
///
/// @param user        the username
/// @param permissions what they may do in it, as far as their role lets them do it anywhere; never empty
@Json(naming = Json.Naming.LowerUnderscore)
public record SpaceMember(String user, Set<Permission> permissions) {
    public SpaceMember {
        permissions = SpaceRights.checked("permissions", permissions);
    }
}
