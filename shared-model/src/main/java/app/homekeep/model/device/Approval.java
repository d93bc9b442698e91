// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.device;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// A new device that waits for the owner's yes.
///
/// @param user    the username
/// @param device  what a person would call it
/// @param number  two digits, which the device shows too
@Json(naming = Json.Naming.LowerUnderscore)
public record Approval(
        String id,
        String user,
        String displayName,
        String device,
        String browser,
        String address,
        String number,
        Instant createdAt,
        Instant expiresAt) {}
