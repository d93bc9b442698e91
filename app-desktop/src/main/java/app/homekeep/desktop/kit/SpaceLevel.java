// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.model.Permission;
import app.homekeep.model.space.SpaceRights;
import java.util.Locale;
import java.util.Set;

/// How much somebody may do in a space, in the few steps that are offered when they get in.
public enum SpaceLevel {
    NOTHING(Set.of()),
    LOOK(SpaceRights.LOOK),
    ADD(SpaceRights.ADD),
    EVERYTHING(SpaceRights.ALL);

    private final Set<Permission> rights;

    SpaceLevel(Set<Permission> rights) {
        this.rights = rights;
    }

    public Set<Permission> rights() {
        return rights;
    }

    /// The key of its name.
    public String key() {
        return "level." + name().toLowerCase(Locale.ROOT);
    }
}
