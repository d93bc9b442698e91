// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.space;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A shared space to be made from a folder that is there.
///
/// @param folder  its absolute path on the owner's disk
/// @param members none where missing
@Json(naming = Json.Naming.LowerUnderscore)
public record NewSpace(String name, String folder, @Nullable List<SpaceMember> members) {
    public NewSpace {
        name = Rules.present("name", name, Limits.NAME_LONGEST);
        folder = Rules.present("folder", folder, Limits.PATH_BYTES);
        members = members == null ? List.of() : List.copyOf(members);
    }
}
