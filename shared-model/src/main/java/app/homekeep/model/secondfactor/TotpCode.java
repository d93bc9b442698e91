// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.secondfactor;

import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;

/// A code of an authenticator app.
///
/// @param code six digits; spaces don't matter
@Json(naming = Json.Naming.LowerUnderscore)
public record TotpCode(String code) {
    public TotpCode {
        code = Rules.code("code", code);
    }

    /// Without the code, so that it never gets into a log.
    @Override
    public String toString() {
        return "TotpCode";
    }
}
