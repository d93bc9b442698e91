// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.device;

import io.avaje.jsonb.Json;

/// What a browser found out about its own connection.
///
/// @param trusted whether it trusts the certificate without a warning
@Json(naming = Json.Naming.LowerUnderscore)
public record DeviceTrust(boolean trusted) {}
