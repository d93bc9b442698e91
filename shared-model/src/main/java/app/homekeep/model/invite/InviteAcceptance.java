// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.invite;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// An invite is accepted.
///
/// @param username missing where the invite has one
@Json(naming = Json.Naming.LowerUnderscore)
public record InviteAcceptance(
        @Nullable String username,
        String password,
        @Nullable String displayName,
        @Nullable String deviceName) {
    public InviteAcceptance {
        username = username == null ? null : Rules.username("username", username);
        password = Rules.password("password", password);
        displayName = Rules.optional("display_name", displayName, Limits.NAME_LONGEST);
        deviceName = Rules.optional("device_name", deviceName, Limits.NAME_LONGEST);
    }

    /// Without the password, so that it never gets into a log.
    @Override
    public String toString() {
        return "InviteAcceptance";
    }
}
