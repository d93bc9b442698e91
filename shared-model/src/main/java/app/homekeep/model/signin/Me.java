// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import app.homekeep.model.Permission;
import app.homekeep.model.account.User;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Set;

/// Who is asking.
///
/// @param sessionId       the session this very request came with
/// @param permissions     what the account may do
/// @param accessExpiresAt when the access token ends and must be refreshed
@Json(naming = Json.Naming.LowerUnderscore)
public record Me(User user, String sessionId, Set<Permission> permissions, Instant accessExpiresAt) {
    public Me {
        permissions = Set.copyOf(permissions);
    }
}
