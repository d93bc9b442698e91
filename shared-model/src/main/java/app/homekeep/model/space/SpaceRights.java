// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.space;

import app.homekeep.model.Invalid;
import app.homekeep.model.Permission;
import java.util.EnumSet;
import java.util.Set;

/// What can be allowed in a space.
public final class SpaceRights {
    /// Everything there is to allow.
    public static final Set<Permission> ALL =
            Set.of(Permission.FILE_READ, Permission.FILE_UPLOAD, Permission.FILE_ORGANIZE, Permission.FILE_DELETE_OWN);

    /// Looking at what is there.
    public static final Set<Permission> LOOK = Set.of(Permission.FILE_READ);

    /// Looking, and bringing more.
    public static final Set<Permission> ADD = Set.of(Permission.FILE_READ, Permission.FILE_UPLOAD);

    private SpaceRights() {}

    /// @throws Invalid when nothing is allowed, or what is about no files, or more than reading without reading
    static Set<Permission> checked(String field, Set<Permission> permissions) {
        if (!ALL.containsAll(permissions)) {
            throw new Invalid(field, "Only what is about files can be allowed in a space.");
        }
        if (!permissions.contains(Permission.FILE_READ)) {
            throw new Invalid(field, "Whoever uses a space may read in it.");
        }
        return Set.copyOf(EnumSet.copyOf(permissions));
    }
}
