// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.space;

import io.avaje.jsonb.Json;
import java.util.List;

/// A space as whoever manages spaces sees it.
///
/// @param folder    where it lies on the owner's disk; only its last part for anybody but the owner at the machine
/// @param available whether its folder is there now
/// @param members   of a shared space; the one account of a personal one
@Json(naming = Json.Naming.LowerUnderscore)
public record ManagedSpace(
        String id, String name, Space.Kind kind, String folder, boolean available, List<SpaceMember> members) {
    public ManagedSpace {
        members = List.copyOf(members);
    }
}
