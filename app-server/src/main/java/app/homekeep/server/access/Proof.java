// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.access;

import java.time.Instant;
import java.util.Optional;

/// How lately somebody has shown who they are, beyond holding a session: the step-up.
///
/// @param until        until when it is good; empty where there is none, or no more
/// @param secondFactor whether a second factor was shown with the password
public record Proof(Optional<Instant> until, boolean secondFactor) {
    public static final Proof NONE = new Proof(Optional.empty(), false);

    public boolean fresh() {
        return until.isPresent();
    }

    /// Fresh, with a second factor.
    public boolean strong() {
        return fresh() && secondFactor;
    }
}
