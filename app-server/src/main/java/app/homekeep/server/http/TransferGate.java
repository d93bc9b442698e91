// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.ArrayDeque;
import java.util.Deque;

/// Lets so many transfers run at a time; the others wait in line, to a limit. Thread-safe, never blocks.
final class TransferGate {
    private final int places;
    private final int most;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    TransferGate(HttpLimits limits) {
        this.places = limits.transfers();
        this.most = limits.waitingTransfers();
    }

    /// Starts it now or when a place is free; whoever ends a transfer calls [#leave].
    ///
    /// @param start must hand over to another thread
    /// @return false when too many wait already
    boolean enter(Runnable start) {
        synchronized (this) {
            if (running == places) {
                return waiting.size() < most && waiting.add(start);
            }
            running++;
        }
        start.run();
        return true;
    }

    void leave() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
                return;
            }
        }
        next.run();
    }
}
