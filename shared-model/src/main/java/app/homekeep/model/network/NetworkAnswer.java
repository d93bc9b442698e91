// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.network;

import app.homekeep.model.Invalid;
import io.avaje.jsonb.Json;

/// The owner's word about a network.
///
/// @param home whether the family lives on it
@Json(naming = Json.Naming.LowerUnderscore)
public record NetworkAnswer(Boolean home) {
    public NetworkAnswer {
        if (home == null) {
            throw new Invalid("home", "Say true or false.");
        }
    }
}
