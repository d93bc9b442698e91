// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Makes ids for rows: UUID version 7 (RFC 9562 section 5.7) as text. They sort by the time they were made, and each is
/// greater than the one before, also within a millisecond and when the clock goes back (section 6.2, method 1: a
/// counter of 12 bits). An id is no secret. Thread-safe.
public final class Ids {
    private static final int COUNTER_END = 1 << 12;

    private final Clock clock;
    private final SecureRandom random;
    private long millis = -1;
    private int counter;

    public Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        long tail = random.nextLong();
        long head;
        synchronized (this) {
            step();
            head = millis << 16 | 0x7000 | counter;
        }
        return new UUID(head, tail >>> 2 | Long.MIN_VALUE).toString();
    }

    private void step() {
        long now = clock.millis();
        if (now <= millis && counter + 1 < COUNTER_END) {
            counter++;
            return;
        }
        // A counter that ran over borrows from the next millisecond.
        millis = Math.max(now, millis + 1);
        // The upper bit is left free, so that there is room to count.
        counter = random.nextInt(COUNTER_END / 2);
    }
}
