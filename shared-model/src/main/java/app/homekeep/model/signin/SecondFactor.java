// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// The second step of signing in.
///
/// @param ticket what the first step gave
/// @param totp   six digits of the authenticator app; this or a recovery code
@Json(naming = Json.Naming.LowerUnderscore)
public record SecondFactor(
        String ticket, @Nullable String totp, @Nullable String recoveryCode) {
    public SecondFactor {
        ticket = Rules.present("ticket", ticket, Limits.TOKEN_LONGEST);
        if ((totp == null) == (recoveryCode == null)) {
            throw new Invalid("totp", "Give a code of your app or a recovery code; one of the two.");
        }
        totp = totp == null ? null : Rules.code("totp", totp);
        recoveryCode = recoveryCode == null ? null : Rules.present("recovery_code", recoveryCode, 64);
    }

    /// Without the secrets, so that they never get into a log.
    @Override
    public String toString() {
        return "SecondFactor";
    }
}
