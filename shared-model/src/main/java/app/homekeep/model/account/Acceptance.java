// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;

/// The owner's yes to a registration.
///
/// @param role the id of any role but `owner`
@Json(naming = Json.Naming.LowerUnderscore)
public record Acceptance(String role) {
    public Acceptance {
        role = Rules.role("role", role);
    }
}
