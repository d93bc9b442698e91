// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What one session or address has used of one rate: a token bucket kept as the time at which it will be full again
/// (the generic cell rate algorithm of ITU-T I.371), so one number is all there is to keep. Takes no lock; thread-safe.
/// Times are microseconds since 1970.
final class Count {
    private final AtomicLong fullAt;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile long refusedSince;
    private volatile long saved;

    Count(long fullAt) {
        this.fullAt = new AtomicLong(fullAt);
        this.saved = fullAt;
    }

    /// Uses one.
    ///
    /// @return 0, or how long to wait for one
    long use(long now, Pace pace) {
        while (true) {
            long before = fullAt.get();
            long after = busyUntil(before, now, pace) + pace.interval();
            long wait = after - now - pace.refill();
            if (wait > 0) {
                return wait;
            }
            if (fullAt.compareAndSet(before, after)) {
                if (refused.get() != 0) {
                    refused.set(0);
                }
                return 0;
            }
        }
    }

    /// Never more than a whole refill ahead, so that a clock that is set back, or a rate that is widened, locks nobody
    /// out for long.
    private static long busyUntil(long fullAt, long now, Pace pace) {
        return Math.min(Math.max(fullAt, now), now + pace.refill());
    }

    /// Notes that one was refused.
    ///
    /// @return whether it is the first in a row
    boolean refuse(long now) {
        if (refused.getAndIncrement() == 0) {
            refusedSince = now;
            return true;
        }
        return false;
    }

    /// Whether the next one would be refused.
    boolean empty(long now, Pace pace) {
        return wait(now, pace) > 0;
    }

    /// How long to wait for one; not above 0 where there is one.
    long wait(long now, Pace pace) {
        return busyUntil(fullAt.get(), now, pace) + pace.interval() - now - pace.refill();
    }

    int refused() {
        return refused.get();
    }

    long refusedSince() {
        return refusedSince;
    }

    long fullAt() {
        return fullAt.get();
    }

    /// Whether the database has another number, and enough was used for it to matter.
    boolean worthSaving(long now, Pace pace) {
        long full = fullAt.get();
        return full != saved && full - now > pace.refill() / 10;
    }

    void saved(long number) {
        saved = number;
    }
}
