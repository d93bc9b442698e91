// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.role;

import app.homekeep.model.Permission;
import io.avaje.jsonb.Json;
import java.util.Set;

/// A role.
///
/// @param id             stable: `owner`, `admin`, `user`, `viewer`, `api`, or made for one of the owner's own
/// @param name           how people call it
/// @param builtIn        whether it can't be deleted or renamed
/// @param editable       whether its permissions can be changed: all but the owner's
/// @param permissions    what it may do
/// @param requireTotp    whether its accounts must have a second factor
/// @param approveDevices whether new devices of its accounts need the owner's yes
/// @param users          how many accounts have it
@Json(naming = Json.Naming.LowerUnderscore)
public record RoleInfo(
        String id,
        String name,
        boolean builtIn,
        boolean editable,
        Set<Permission> permissions,
        boolean requireTotp,
        boolean approveDevices,
        long users) {
    public RoleInfo {
        permissions = Set.copyOf(permissions);
    }
}
