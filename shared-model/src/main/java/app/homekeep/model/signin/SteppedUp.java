// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// @param until        when it has to be shown again
/// @param secondFactor whether a second factor was shown too, as managing needs
@Json(naming = Json.Naming.LowerUnderscore)
public record SteppedUp(Instant until, boolean secondFactor) {}
