// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.space;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What shall be different about a shared space; what is missing stays.
///
/// @param members all of them from now on
/// @param was     all of them as whoever asks knows them: where they are others by now, nothing is changed
@Json(naming = Json.Naming.LowerUnderscore)
public record SpaceChange(
        @Nullable String name,
        @Nullable List<SpaceMember> members,
        @Nullable List<SpaceMember> was) {
    public SpaceChange {
        name = Rules.optional("name", name, Limits.NAME_LONGEST);
        members = members == null ? null : List.copyOf(members);
        was = was == null ? null : List.copyOf(was);
    }
}
