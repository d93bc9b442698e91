// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import app.homekeep.model.Permission;
import java.util.Set;

/// A shared space that comes with an invite.
///
/// @param name as it was called when the invite was made
record InviteSpace(String spaceId, String name, Set<Permission> permissions) {
    InviteSpace {
        permissions = Set.copyOf(permissions);
    }
}
