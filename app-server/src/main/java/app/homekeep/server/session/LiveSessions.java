// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;

/// The sessions that memory knows, so that a request's check costs a map read. Filled on first use, changed in the
/// commit hook of the transaction that changes them. Reading takes no lock. Thread-safe.
///
/// A fill reads the database without a lock, so a session may be ended between that read and the fill: every ending
/// counts up, and a fill that sees the count moved reads again.
final class LiveSessions {
    /// What memory knows of a session id.
    sealed interface Known {
        record Live(LiveSession session) implements Known {}

        record Ended(EndReason reason) implements Known {}
    }

    private static final int REMEMBERED = 10_000;

    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Object filling = new Object();
    private long endings;

    Optional<Known> get(String id) {
        return Optional.ofNullable(known.getIfPresent(id));
    }

    /// @param read looks into the database; empty for a session it never had
    Optional<Known> fill(String id, Supplier<Optional<Known>> read) {
        while (true) {
            long before = endings();
            Optional<Known> found = read.get();
            if (found.isEmpty()) {
                return found;
            }
            synchronized (filling) {
                if (endings == before) {
                    Known first = known.asMap().putIfAbsent(id, found.get());
                    return first == null ? found : Optional.of(first);
                }
            }
        }
    }

    /// Called by the commit hook of the transaction that ended it.
    void ended(String id, EndReason reason) {
        synchronized (filling) {
            endings++;
            known.put(id, new Known.Ended(reason));
        }
    }

    private long endings() {
        synchronized (filling) {
            return endings;
        }
    }
}
