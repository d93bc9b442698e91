// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// When to start a crashed server again: after 1, 2, 4 … 60 seconds; not at all after five crashes within ten minutes.
/// Not thread-safe.
final class RestartPolicy {
    static final int CRASHES = 5;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Deque<Instant> crashes = new ArrayDeque<>();
    private Duration next = FIRST;

    /// The server has crashed.
    ///
    /// @return how long to wait; empty when trying on makes no sense
    Optional<Duration> crashed(Instant at) {
        Instant since = at.minus(WITHIN);
        crashes.removeIf(crash -> crash.isBefore(since));
        if (crashes.isEmpty()) {
            next = FIRST;
        }
        crashes.add(at);
        if (crashes.size() >= CRASHES) {
            return Optional.empty();
        }
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return Optional.of(wait);
    }

    /// The owner has taken over: what was before doesn't count.
    void forget() {
        crashes.clear();
        next = FIRST;
    }
}
