// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.invite;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import app.homekeep.model.space.SpaceGrant;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invite to be made.
///
/// @param name      whom it is for, as the invited person will be called; they may change it
/// @param role      the id of any role but `owner`
/// @param spaces    the shared spaces that come with it; none where missing
/// @param expiresAt when it stops being good; a week from now where missing
@Json(naming = Json.Naming.LowerUnderscore)
public record NewInvite(
        @Nullable String name,
        String role,
        @Nullable List<SpaceGrant> spaces,
        @Nullable Instant expiresAt) {
    public NewInvite {
        name = Rules.optional("name", name, Limits.NAME_LONGEST);
        role = Rules.role("role", role);
        spaces = spaces == null ? List.of() : List.copyOf(spaces);
    }
}
