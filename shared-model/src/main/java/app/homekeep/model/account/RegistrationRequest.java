// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A registration that waits for the owner's yes.
///
/// @param taken whether there is an account of that name by now, so that it can't be accepted
@Json(naming = Json.Naming.LowerUnderscore)
public record RegistrationRequest(
        String id,
        String username,
        String displayName,
        @Nullable String message,
        String address,
        Instant createdAt,
        boolean taken) {}
