// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioExecutor;

/// Cuts a download whose reader takes nothing. Watches from the I/O thread, since the worker itself waits without end:
/// Undertow's idle timeout passes a timed wait for writing on as one without a limit.
final class StallGuard implements AutoCloseable {
    private static final long NOT_WAITING = -1;

    private final Cut cut;
    private final long mostNanos;
    private final long began = System.nanoTime();
    private final XnioExecutor.Key timer;
    private volatile long waitingSince = NOT_WAITING;

    StallGuard(Talk talk, Cut cut, Duration most) {
        this.cut = cut;
        this.mostNanos = most.toNanos();
        this.timer = talk.exchange()
                .getIoThread()
                .executeAtInterval(this::check, Math.max(1, most.toMillis() / 4), TimeUnit.MILLISECONDS);
    }

    /// The reader can take no more just now.
    void waiting() {
        if (waitingSince == NOT_WAITING) {
            waitingSince = System.nanoTime() - began;
        }
    }

    /// The reader took something.
    void progress() {
        waitingSince = NOT_WAITING;
    }

    private void check() {
        long since = waitingSince;
        if (since != NOT_WAITING && System.nanoTime() - began - since > mostNanos) {
            cut.cut("", "");
        }
    }

    @Override
    public void close() {
        timer.remove();
    }
}
