// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.invite;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invite that can still be accepted.
///
/// @param name     whom it is for; null where that was left open
/// @param username the account it belongs to; null where the person chooses one
/// @param spaces   the names of the shared spaces that come with it
/// @param by       the username of who made it
@Json(naming = Json.Naming.LowerUnderscore)
public record Invite(
        String id,
        @Nullable String name,
        @Nullable String username,
        String role,
        List<String> spaces,
        String by,
        Instant createdAt,
        Instant expiresAt) {
    public Invite {
        spaces = List.copyOf(spaces);
    }
}
