// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// What is to change about an account; what is missing stays.
///
/// @param blocked true blocks, false unblocks; false also activates one that was deactivated
@Json(naming = Json.Naming.LowerUnderscore)
public record UserChange(
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String role,
        @Nullable Boolean blocked,
        @Nullable Boolean requireTotp,
        @Nullable Boolean approveDevices) {
    public UserChange {
        username = username == null ? null : Rules.username("username", username);
        displayName = displayName == null ? null : Rules.present("display_name", displayName, Limits.NAME_LONGEST);
        role = role == null ? null : Rules.role("role", role);
    }
}
