// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import java.util.ArrayDeque;
import java.util.Deque;

/// A UI thread without a toolkit: work waits until the test pumps it. Thread-safe.
public final class ManualUi implements UiThread {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean pumping;

    @Override
    public synchronized boolean here() {
        return pumping;
    }

    @Override
    public synchronized void later(Runnable work) {
        waiting.add(work);
    }

    /// How many pieces of work wait.
    public synchronized int backlog() {
        return waiting.size();
    }

    /// Does what waits, and what comes of it.
    public void pump() {
        while (true) {
            Runnable next;
            synchronized (this) {
                next = waiting.poll();
                pumping = next != null;
            }
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    /// Does one piece of work as if on the UI thread.
    public void onUi(Runnable work) {
        later(work);
        pump();
    }
}
