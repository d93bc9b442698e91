// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// Shows again who one is, before something that matters.
///
/// @param totp needed where the account has a second factor; or a recovery code
@Json(naming = Json.Naming.LowerUnderscore)
public record StepUp(
        String password, @Nullable String totp, @Nullable String recoveryCode) {
    public StepUp {
        password = Rules.password("password", password);
        totp = totp == null ? null : Rules.code("totp", totp);
        recoveryCode = recoveryCode == null ? null : Rules.present("recovery_code", recoveryCode, 64);
    }

    /// Without the secrets, so that they never get into a log.
    @Override
    public String toString() {
        return "StepUp";
    }
}
