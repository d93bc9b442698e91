// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import io.avaje.jsonb.Json;

/// One thing an account may be allowed to do. A route names the one it needs.
public enum Permission {
    FILE_READ("file:read"),
    FILE_UPLOAD("file:upload"),
    FILE_ORGANIZE("file:organize"),
    FILE_DELETE_OWN("file:delete_own"),
    USER_MANAGE("user:manage"),
    SESSION_MANAGE("session:manage"),
    SETTINGS_MANAGE("settings:manage"),
    AUDIT_READ("audit:read");

    private final String wire;

    Permission(String wire) {
        this.wire = wire;
    }

    /// The name on the wire and in the database, such as `file:read`.
    @Json.Value
    public String wire() {
        return wire;
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
