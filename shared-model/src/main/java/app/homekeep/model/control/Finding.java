// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Locale;

/// What the doctor found out about one part of the home.
///
/// @param part     what was looked at, such as `certificate`
/// @param state    how it is
/// @param code     stable, such as `certificate_ends_soon`: programs translate by it
/// @param values   what the sentence names, in its order, such as a port
/// @param sentence for a person, in English; says what to do where something is wrong
@Json(naming = Json.Naming.LowerUnderscore)
public record Finding(String part, State state, String code, List<String> values, String sentence) {
    public Finding {
        values = List.copyOf(values);
    }

    /// How a part is.
    public enum State {
        FINE,
        HINT,
        WRONG,
        NOT_LOOKED_AT;

        /// The name on the wire: `fine`, `hint`, `wrong` or `not_looked_at`.
        @Json.Value
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
