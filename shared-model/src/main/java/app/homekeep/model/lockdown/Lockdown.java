// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.lockdown;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether the house is locked down, and what that did.
///
/// @param by       who did it; null when it isn't
/// @param sessions how many sessions it ended
/// @param apiKeys  how many API keys it revoked
/// @param lanDoor  whether the LAN door was open before and opens again afterwards
@Json(naming = Json.Naming.LowerUnderscore)
public record Lockdown(
        boolean locked, @Nullable Instant since, @Nullable String by, int sessions, int apiKeys, boolean lanDoor) {
    /// As usual.
    public static Lockdown none() {
        return new Lockdown(false, null, null, 0, 0, false);
    }
}
