// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.block;

import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// An address to be shut out.
///
/// @param hours for how long; null for good
@Json(naming = Json.Naming.LowerUnderscore)
public record NewBlock(String address, @Nullable Integer hours) {
    public NewBlock {
        address = Rules.present("address", address, Limits.NAME_LONGEST);
        if (hours != null && (hours < 1 || hours > 24 * 365)) {
            throw new Invalid("hours", "Use a whole number from 1 to 8760, or none.");
        }
    }
}
