// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.ssl.SslConnection;

/// Closes connections whose TLS handshake isn't done in time. None of Undertow's timeouts begins before it is.
final class HandshakeGuard implements ChannelListener<StreamConnection> {
    private final ChannelListener<StreamConnection> next;
    private final Duration most;

    HandshakeGuard(ChannelListener<StreamConnection> next, Duration most) {
        this.next = next;
        this.most = most;
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        var done = new AtomicBoolean();
        if (connection instanceof SslConnection secure) {
            secure.getHandshakeSetter().set(handshaken -> done.set(true));
        }
        connection
                .getIoThread()
                .executeAfter(
                        () -> {
                            if (!done.get()) {
                                IoUtils.safeClose(connection);
                            }
                        },
                        most.toMillis(),
                        TimeUnit.MILLISECONDS);
        next.handleEvent(connection);
    }
}
