// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import java.time.Duration;

/// What the settings say about who must have a second factor.
public interface TotpRule {
    /// Whose accounts must have one, besides those whose role or own row says so.
    enum Whose {
        NOBODYS,
        MANAGERS,
        EVERYBODYS
    }

    Whose whose();

    /// How long one may sign in without, from the first sign-in that finds it missing.
    Duration grace();
}
