// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Role;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as its holder and those who manage accounts see it.
///
/// @param username    what one signs in with; unique without regard to case
/// @param displayName how the person is called on screen
/// @param lastSeenAt  when any of the account's sessions was last used; null when never
@Json(naming = Json.Naming.LowerUnderscore)
public record User(
        String id,
        String username,
        String displayName,
        Role role,
        boolean blocked,
        Instant createdAt,
        @Nullable Instant lastSeenAt) {}
