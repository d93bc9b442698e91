// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// Somebody at the door. The username is not checked against the rules for new ones: a name that can't exist gets the
/// same answer as one that doesn't.
///
/// @param remember   keep the session for the longer of the two lifetimes
/// @param deviceName how the person calls this device; made from the browser's words where missing
@Json(naming = Json.Naming.LowerUnderscore)
public record SignInRequest(
        String username,
        String password,
        boolean remember,
        @Nullable String totp,
        @Nullable String deviceName) {
    public SignInRequest {
        username = Rules.present("username", username, Limits.NAME_LONGEST);
        password = Rules.password("password", password);
        totp = Rules.optional("totp", totp, 16);
        deviceName = Rules.optional("device_name", deviceName, Limits.NAME_LONGEST);
    }

    /// Without the secrets, so that they never get into a log.
    @Override
    public String toString() {
        return "SignInRequest[" + username + "]";
    }
}
