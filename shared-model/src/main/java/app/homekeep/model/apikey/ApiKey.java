// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.apikey;

import app.homekeep.model.Permission;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An API key as it is listed: without its secret.
///
/// @param user            the username of who it acts for
/// @param lastUsedAt      exact to a minute; null when never
/// @param lastUsedAddress null when never
/// @param rotationDue     whether it is so old that a new one should take its place
@Json(naming = Json.Naming.LowerUnderscore)
public record ApiKey(
        String id,
        String name,
        String user,
        Set<Permission> permissions,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress,
        boolean rotationDue) {
    public ApiKey {
        permissions = Set.copyOf(permissions);
    }
}
