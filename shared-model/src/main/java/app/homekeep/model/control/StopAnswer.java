// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import io.avaje.jsonb.Json;

/// The server has heard that it shall stop.
///
/// @param transfers        uploads and downloads it will wait for
/// @param drainSeconds how long at most
@Json(naming = Json.Naming.LowerUnderscore)
public record StopAnswer(int transfers, int drainSeconds) {}
