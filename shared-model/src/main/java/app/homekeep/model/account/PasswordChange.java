// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;

/// A new password for oneself.
///
/// @param current     the one in use
/// @param replacement `new` on the wire
@Json(naming = Json.Naming.LowerUnderscore)
public record PasswordChange(
        String current, @Json.Property("new") String replacement) {
    public PasswordChange {
        current = Rules.password("current", current);
        replacement = Rules.password("new", replacement);
    }

    /// Without the passwords, so that they never get into a log.
    @Override
    public String toString() {
        return "PasswordChange";
    }
}
