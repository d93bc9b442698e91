// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import app.homekeep.model.Permission;
import app.homekeep.model.account.User;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is asking.
///
/// @param sessionId       the session this very request came with; null for an API key
/// @param permissions     what the caller may do
/// @param accessExpiresAt when the access token ends and must be refreshed; null for an API key
/// @param steppedUpUntil  until when no password is asked for again; null where it is asked
/// @param totpDueAt       until when a second factor must be set up; null where none is due
@Json(naming = Json.Naming.LowerUnderscore)
public record Me(
        User user,
        @Nullable String sessionId,
        Set<Permission> permissions,
        @Nullable Instant accessExpiresAt,
        @Nullable Instant steppedUpUntil,
        @Nullable Instant totpDueAt) {
    public Me {
        permissions = Set.copyOf(permissions);
    }
}
