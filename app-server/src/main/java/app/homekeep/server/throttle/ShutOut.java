// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import java.time.Instant;
import java.util.Optional;

/// An address that the owner has shut out.
///
/// @param until empty for good
record ShutOut(String id, String address, Instant since, Optional<Instant> until) {
    boolean lasts(Instant now) {
        return until.map(now::isBefore).orElse(true);
    }
}
