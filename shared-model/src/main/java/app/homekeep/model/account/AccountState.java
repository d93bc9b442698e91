// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import io.avaje.jsonb.Json;
import java.util.Locale;

/// Whether an account may be signed in to.
public enum AccountState {
    /// It has an invite, and its holder has not chosen a password yet.
    INVITED,
    ACTIVE,
    /// For a while: signing in is refused until somebody unblocks it.
    BLOCKED,
    /// For good, until somebody activates it again: sessions and API keys are gone.
    DEACTIVATED;

    /// The word on the wire and in the database.
    @Json.Value
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is no such state
    public static AccountState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
