// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Role;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// An account to be made by hand.
///
/// @param role        any but owner
/// @param displayName how the person is called on screen; the username where missing
@Json(naming = Json.Naming.LowerUnderscore)
public record NewUser(
        String username,
        Role role,
        String password,
        @Nullable String displayName) {
    public NewUser {
        username = Rules.username("username", username);
        if (role == null) {
            throw new Invalid("role", "This is needed: admin, user or viewer.");
        }
        if (role == Role.OWNER) {
            throw new Invalid("role", "There is one owner, made on first run.");
        }
        password = Rules.password("password", password);
        displayName = Rules.optional("display_name", displayName, Limits.NAME_LONGEST);
    }

    /// Without the password, so that it never gets into a log.
    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
