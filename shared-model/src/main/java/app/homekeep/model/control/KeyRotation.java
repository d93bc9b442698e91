// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import io.avaje.jsonb.Json;

/// @param atOnce true to let everything the old key has signed end now, as after a theft; browsers renew by themselves
@Json(naming = Json.Naming.LowerUnderscore)
public record KeyRotation(boolean atOnce) {}
