// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key that signs sign-ins.
///
/// @param state    `active` or `retiring`
/// @param retireAt when a retiring one stops being good
/// @param fixed    whether it is the one of `HOMEKEEP_JWT_KEY_FILE`
@Json(naming = Json.Naming.LowerUnderscore)
public record SigningKey(
        String id,
        String state,
        @Nullable Instant createdAt,
        @Nullable Instant retireAt,
        boolean fixed) {}
