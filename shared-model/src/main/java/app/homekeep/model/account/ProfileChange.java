// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import io.avaje.jsonb.Json;

/// What somebody changes about themselves.
@Json(naming = Json.Naming.LowerUnderscore)
public record ProfileChange(String displayName) {
    public ProfileChange {
        displayName = Rules.present("display_name", displayName, Limits.NAME_LONGEST);
    }
}
