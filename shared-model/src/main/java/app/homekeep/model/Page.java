// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items what is on it, in order
/// @param next  the cursor to hand back as `after` for the page behind it; null on the last one
@Json(naming = Json.Naming.LowerUnderscore)
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /// A list that is shown whole.
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
