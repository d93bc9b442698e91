// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.system;

import io.avaje.jsonb.Json;
import java.util.List;

/// Whether the server can do its work.
///
/// @param status `ok` or `down`
/// @param down   what does not work; empty when all does
@Json(naming = Json.Naming.LowerUnderscore)
public record Health(String status, List<String> down) {
    public static final Health OK = new Health("ok", List.of());

    public Health {
        down = List.copyOf(down);
    }

    public boolean ok() {
        return status.equals("ok");
    }
}
