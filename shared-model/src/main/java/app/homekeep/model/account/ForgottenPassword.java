// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;

/// Somebody who can't sign in any more.
@Json(naming = Json.Naming.LowerUnderscore)
public record ForgottenPassword(String username) {
    public ForgottenPassword {
        username = Rules.present("username", username, Limits.NAME_LONGEST);
    }
}
