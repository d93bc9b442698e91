// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.server.access.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a session's holder last showed who they are.
///
/// @param at           empty when never since signing in
/// @param secondFactor whether with a second factor
public record StepUpMark(Optional<Instant> at, boolean secondFactor) {
    /// How long it is good for.
    public static final Duration GOOD_FOR = Duration.ofMinutes(5);

    static final StepUpMark NEVER = new StepUpMark(Optional.empty(), false);

    Proof proof(Instant now) {
        return at.map(shown -> shown.plus(GOOD_FOR))
                .filter(now::isBefore)
                .map(until -> new Proof(Optional.of(until), secondFactor))
                .orElse(Proof.NONE);
    }
}
