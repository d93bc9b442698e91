// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.model.Permission;
import app.homekeep.model.space.SpaceRights;
import java.util.Locale;
import java.util.Set;

/// How much somebody may do in a space, in the few steps that are offered when they get in.
public enum SpaceLevel {
    NOTHING,
    LOOK,
    ADD,
    EVERYTHING;

    public Set<Permission> rights() {
        return switch (this) {
            case NOTHING -> Set.of();
            case LOOK -> SpaceRights.LOOK;
            case ADD -> SpaceRights.ADD;
            case EVERYTHING -> SpaceRights.ALL;
        };
    }

    /// The key of its name.
    public String key() {
        return "level." + name().toLowerCase(Locale.ROOT);
    }
}
