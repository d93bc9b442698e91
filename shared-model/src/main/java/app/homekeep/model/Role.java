// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import io.avaje.jsonb.Json;
import java.util.Locale;
import java.util.Set;

/// What kind of account somebody has. The owner is exactly one, made on first run.
public enum Role {
    OWNER,
    ADMIN,
    USER,
    VIEWER;

    private static final Set<Permission> EVERYTHING = Set.of(Permission.values());
    private static final Set<Permission> OWN_FILES =
            Set.of(Permission.FILE_READ, Permission.FILE_UPLOAD, Permission.FILE_ORGANIZE, Permission.FILE_DELETE_OWN);
    private static final Set<Permission> READING = Set.of(Permission.FILE_READ);

    /// What this role may do where nothing else is said.
    public Set<Permission> permissions() {
        return switch (this) {
            case OWNER, ADMIN -> EVERYTHING;
            case USER -> OWN_FILES;
            case VIEWER -> READING;
        };
    }

    /// The name on the wire and in the database: `owner`, `admin`, `user` or `viewer`.
    @Json.Value
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when no role has that name
    public static Role of(String wire) {
        for (Role role : values()) {
            if (role.wire().equals(wire)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role: " + wire);
    }
}
