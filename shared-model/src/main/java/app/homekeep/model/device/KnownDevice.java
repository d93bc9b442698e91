// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.device;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A device that somebody has signed in with: guesses from elsewhere don't keep it out.
///
/// @param user    the username
/// @param name    what a person would call it
/// @param current whether it is the one that asks
/// @param trustedSince since when it trusts the home CA, so that it shows no warning; null where it does not, or never
/// said
@Json(naming = Json.Naming.LowerUnderscore)
public record KnownDevice(
        String id,
        String user,
        String name,
        String browser,
        String address,
        Instant createdAt,
        Instant lastSeenAt,
        boolean current,
        @Nullable Instant trustedSince) {}
