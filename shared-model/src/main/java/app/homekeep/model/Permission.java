// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import io.avaje.jsonb.Json;

/// One thing an account may be allowed to do. A route names the one it needs.
public enum Permission {
    FILE_READ("file:read"),
    FILE_UPLOAD("file:upload"),
    FILE_ORGANIZE("file:organize"),
    FILE_DELETE_OWN("file:delete_own"),
    SPACE_MANAGE("space:manage"),
    USER_MANAGE("user:manage"),
    SESSION_MANAGE("session:manage"),
    SETTINGS_MANAGE("settings:manage"),
    AUDIT_READ("audit:read"),
    ROLE_MANAGE("role:manage");

    private final String wire;

    Permission(String wire) {
        this.wire = wire;
    }

    /// The name on the wire and in the database, such as `file:read`.
    @Json.Value
    public String wire() {
        return wire;
    }

    /// Whether it is about other people's things, so that whoever holds it is an administrator.
    public boolean manages() {
        return !wire.startsWith("file:");
    }

    /// Whether a role can be given it at all. Changing roles stays with the owner, for whoever may do that may give
    /// themselves everything; and API keys manage nothing, but may read the audit log.
    ///
    /// @param role the id of a role
    public boolean fits(String role) {
        if (role.equals(Role.OWNER.wire())) {
            return true;
        }
        if (role.equals(Role.API.wire())) {
            return !manages() || this == AUDIT_READ;
        }
        return this != ROLE_MANAGE;
    }

    /// @throws IllegalArgumentException when no permission has that name
    public static Permission of(String wire) {
        for (Permission permission : values()) {
            if (permission.wire.equals(wire)) {
                return permission;
            }
        }
        throw new IllegalArgumentException("no such permission: " + wire);
    }
}
