// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;

/// A new password by a one-time code.
///
/// @param code as the owner gave it; spaces, dashes and case don't matter
@Json(naming = Json.Naming.LowerUnderscore)
public record PasswordReset(String username, String code, String password) {
    public PasswordReset {
        username = Rules.present("username", username, Limits.NAME_LONGEST);
        code = Rules.present("code", code, 64);
        password = Rules.password("password", password);
    }

    /// Without the secrets, so that they never get into a log.
    @Override
    public String toString() {
        return "PasswordReset[" + username + "]";
    }
}
