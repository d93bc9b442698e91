// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.invite.CreatedInvite;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// An account that was made.
///
/// @param invite the invite by which its holder chooses a password; null where it has one already
@Json(naming = Json.Naming.LowerUnderscore)
public record CreatedUser(
        String id,
        String username,
        String displayName,
        String role,
        AccountState state,
        @Nullable CreatedInvite invite) {}
