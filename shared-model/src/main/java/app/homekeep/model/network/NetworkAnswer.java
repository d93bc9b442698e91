// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.network;

import io.avaje.jsonb.Json;

/// The owner's word about a network.
///
/// @param home whether the family lives on it
@Json(naming = Json.Naming.LowerUnderscore)
public record NetworkAnswer(boolean home) {}
