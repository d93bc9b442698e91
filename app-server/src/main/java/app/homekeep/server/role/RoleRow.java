// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.role;

import app.homekeep.model.Permission;
import java.util.Set;

/// A role as it is now.
///
/// @param requireTotp    whether its accounts must have a second factor
/// @param approveDevices whether new devices of its accounts need the owner's yes
record RoleRow(String id, String name, Set<Permission> permissions, boolean requireTotp, boolean approveDevices) {
    RoleRow {
        permissions = Set.copyOf(permissions);
    }

    boolean manages() {
        return permissions.stream().anyMatch(Permission::manages);
    }
}
