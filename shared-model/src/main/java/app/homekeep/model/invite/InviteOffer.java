// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.invite;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an invite offers to who holds it.
///
/// @param username the name to sign in with, where it is fixed; null where the person chooses
/// @param spaces   the names of the shared spaces that come with it
@Json(naming = Json.Naming.LowerUnderscore)
public record InviteOffer(
        String serverName,
        @Nullable String name,
        @Nullable String username,
        String role,
        List<String> spaces,
        Instant expiresAt) {
    public InviteOffer {
        spaces = List.copyOf(spaces);
    }
}
