// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The roles that every server has. The owner may make more, and change what each of these may do but the owner's own.
public enum Role {
    /// The person at the desktop: exactly one, made on first run.
    OWNER,
    ADMIN,
    USER,
    VIEWER,
    /// No account has it: it bounds what any API key may do.
    API;

    private static final Set<Permission> FILES =
            Set.of(Permission.FILE_READ, Permission.FILE_UPLOAD, Permission.FILE_ORGANIZE, Permission.FILE_DELETE_OWN);

    /// What this role may do where the owner has said nothing else.
    public Set<Permission> permissions() {
        return switch (this) {
            case OWNER -> EnumSet.allOf(Permission.class);
            // Whoever may change roles may give themselves everything, so that stays with the owner.
            case ADMIN ->
                EnumSet.allOf(Permission.class).stream()
                        .filter(permission -> permission != Permission.ROLE_MANAGE)
                        .collect(Collectors.toUnmodifiableSet());
            case USER, API -> FILES;
            case VIEWER -> Set.of(Permission.FILE_READ);
        };
    }

    /// Its id on the wire and in the database: `owner`, `admin`, `user`, `viewer` or `api`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
