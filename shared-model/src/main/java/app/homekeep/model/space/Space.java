// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.space;

import app.homekeep.model.Permission;
import io.avaje.jsonb.Json;
import java.util.Set;

/// A folder on the owner's disk that is served.
///
/// @param permissions what the asking account may do in it
@Json(naming = Json.Naming.LowerUnderscore)
public record Space(String id, String name, Kind kind, Set<Permission> permissions) {
    public Space {
        permissions = Set.copyOf(permissions);
    }

    /// Whose space it is.
    public enum Kind {
        PERSONAL,
        SHARED;

        /// The name on the wire: `personal` or `shared`.
        @Json.Value
        public String wire() {
            return this == PERSONAL ? "personal" : "shared";
        }
    }
}
