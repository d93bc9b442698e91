// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import java.time.Instant;

/// A guesser who was told to wait.
///
/// @param since when the first of their tries was held back
/// @param until when the next try may be made
record GuessHold(String id, Guesser guesser, Instant since, Instant until) {
    GuessHold until(Instant later) {
        return new GuessHold(id, guesser, since, later);
    }
}
