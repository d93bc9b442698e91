// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the owner of something that strangers can cause as often as they like: once in ten minutes, with how often it
/// was since the last time. Thread-safe.
final class SeldomLog {
    private static final long PAUSE_NANOS = Duration.ofMinutes(10).toNanos();

    private final Logger log;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private final AtomicLong untold = new AtomicLong();

    SeldomLog(Class<?> from) {
        log = LoggerFactory.getLogger(from);
    }

    /// @param sentence with a `{}` for what it is about; without line breaks
    void tell(String sentence, Object about) {
        long now = System.nanoTime();
        long due = next.get();
        long count = untold.incrementAndGet();
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
            untold.addAndGet(-count);
            log.info(sentence + " (×{})", about, count);
        }
    }
}
