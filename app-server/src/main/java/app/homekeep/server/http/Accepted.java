// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/// The connections that came in by one socket, from their first byte on, so that they can be cut with it. Undertow
/// knows only those that have asked for something already. Thread-safe.
final class Accepted<C extends StreamConnection> implements ChannelListener<C> {
    private static final int FEW = 64;
    private static final int PATIENCE_SECONDS = 2;

    private final ChannelListener<? super C> next;
    private final Set<C> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sweepAt = new AtomicInteger(FEW);
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
        if (connections.size() > sweepAt.get()) {
            connections.removeIf(each -> !each.isOpen());
            sweepAt.set(Math.max(FEW, 2 * connections.size()));
        }
        next.handleEvent(connection);
    }

    /// Closes all of them, and every one that still comes. On return they are closed, or their threads are busy for
    /// longer than anybody should wait.
    void cut() {
        cut = true;
        List<C> now = List.copyOf(connections);
        var closed = new CountDownLatch(now.size());
        for (C connection : now) {
            close(connection, closed);
        }
        connections.clear();
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
