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
