// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.time.Duration;
import java.util.Optional;

/// What comes of a code. A wrong one must stay counted, so it is told outside the transaction, not thrown inside.
public sealed interface Verdict {
    record Right() implements Verdict {}

    record Wrong() implements Verdict {}

    /// Too many wrong ones of late: this one was not even looked at.
    record TooMany(Duration patience) implements Verdict {}

    /// What its holder is told; empty for a right one.
    default Optional<Refused> refusal() {
        return switch (this) {
            case Right() -> Optional.empty();
            case Wrong() -> Optional.of(new Refused(ProblemCode.BAD_CODE, "That code is not right, or was used."));
            case TooMany(Duration patience) ->
                Optional.of(Refused.later(
                        ProblemCode.TOO_MANY_REQUESTS, "Too many wrong codes. Please wait a while.", patience));
        };
    }
}
