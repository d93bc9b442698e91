// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.apikey;

import app.homekeep.model.Permission;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An API key as it is shown once.
///
/// @param key `hk_<id>_<secret>`
@Json(naming = Json.Naming.LowerUnderscore)
public record CreatedApiKey(
        String id,
        String name,
        String key,
        Set<Permission> permissions,
        @Nullable Instant expiresAt) {
    public CreatedApiKey {
        permissions = Set.copyOf(permissions);
    }

    /// Without the key, so that it never gets into a log.
    @Override
    public String toString() {
        return "CreatedApiKey[" + id + "]";
    }
}
