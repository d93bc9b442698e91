// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/// The connections that came in by one socket, from their first byte on, so that they can be cut with it. Undertow
/// knows only those that have asked for something already. Thread-safe.
final class Accepted<C extends StreamConnection> implements ChannelListener<C> {
    private static final int PATIENCE_SECONDS = 2;

    private final ChannelListener<? super C> next;
    /// Those that are open are held by their selectors; the others may go.
    private final Set<C> connections = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean cut;

    Accepted(ChannelListener<? super C> next) {
        this.next = next;
    }

    @Override
    public void handleEvent(C connection) {
        connections.add(connection);
        // In this order: one that came in just now is closed here or there.
        if (cut) {
            IoUtils.safeClose(connection);
            return;
        }
        next.handleEvent(connection);
    }

    /// Closes all of them, and every one that still comes. On return they are closed, or their threads are busy for
    /// longer than anybody should wait.
    void cut() {
        cut = true;
        List<C> now;
        synchronized (connections) {
            now = List.copyOf(connections);
            connections.clear();
        }
        var closed = new CountDownLatch(now.size());
        for (C connection : now) {
            close(connection, closed);
        }
        try {
            var _ = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// On its own thread, which may just be reading into a buffer that the close gives back for others to use.
    private void close(C connection, CountDownLatch closed) {
        try {
            connection.getIoThread().execute(() -> {
                IoUtils.safeClose(connection);
                closed.countDown();
            });
        } catch (RejectedExecutionException closing) {
            IoUtils.safeClose(connection);
            closed.countDown();
        }
    }
}
