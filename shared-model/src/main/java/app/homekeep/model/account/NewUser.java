// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// An account to be made by hand: with a password, or with an invite by which its holder chooses one.
///
/// @param role        the id of any role but `owner`
/// @param invite      true to make an invite instead of a password
/// @param displayName how the person is called on screen; the username where missing
@Json(naming = Json.Naming.LowerUnderscore)
public record NewUser(
        String username,
        String role,
        @Nullable String password,
        boolean invite,
        @Nullable String displayName) {
    public NewUser {
        username = Rules.username("username", username);
        role = Rules.role("role", role);
        if (invite == (password != null)) {
            throw new Invalid("password", "Give a password, or ask for an invite; one of the two.");
        }
        password = password == null ? null : Rules.password("password", password);
        displayName = Rules.optional("display_name", displayName, Limits.NAME_LONGEST);
    }

    /// Without the password, so that it never gets into a log.
    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
