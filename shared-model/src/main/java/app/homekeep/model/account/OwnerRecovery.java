// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;

/// The owner's way back in, at the machine: a new password, and the second factor off.
@Json(naming = Json.Naming.LowerUnderscore)
public record OwnerRecovery(String password) {
    public OwnerRecovery {
        password = Rules.password("password", password);
    }

    /// Without the password, so that it never gets into a log.
    @Override
    public String toString() {
        return "OwnerRecovery";
    }
}
