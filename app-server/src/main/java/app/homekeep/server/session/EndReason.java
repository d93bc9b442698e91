// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.util.Locale;

/// Why a session ended. The page shows a sentence for it.
public enum EndReason {
    /// Its own browser signed out.
    LOGOUT,
    /// The owner, or somebody who manages sessions, ended it.
    OWNER,
    /// The account's holder ended it from another device.
    USER,
    /// A spent refresh token came back: somebody has a copy.
    REUSE,
    /// Its time was over.
    EXPIRED;

    /// The word on the wire and in the database.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EndReason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
