// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// Somebody has said that they forgot their password.
///
/// @param user the username
@Json(naming = Json.Naming.LowerUnderscore)
public record ResetRequest(
        String id, String userId, String user, String displayName, String address, Instant createdAt) {}
