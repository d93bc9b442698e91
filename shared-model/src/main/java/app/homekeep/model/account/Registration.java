// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// Somebody who would like an account.
///
/// @param message what they want to tell the owner
@Json(naming = Json.Naming.LowerUnderscore)
public record Registration(
        String username,
        String password,
        @Nullable String displayName,
        @Nullable String message) {
    public Registration {
        username = Rules.username("username", username);
        password = Rules.password("password", password);
        displayName = Rules.optional("display_name", displayName, Limits.NAME_LONGEST);
        message = Rules.optional("message", message, Limits.MESSAGE_LONGEST);
    }

    /// Without the password, so that it never gets into a log.
    @Override
    public String toString() {
        return "Registration[" + username + "]";
    }
}
