// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that goes with the real one, or stands still, and jumps when a test says so. Thread-safe.
public final class ManualClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private volatile Clock real = Clock.systemUTC();

    public void advance(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    /// From now on it goes by jumps alone.
    public void stop() {
        real = Clock.fixed(real.instant(), ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
