// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.xnio.Buffers;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.PushBackStreamSourceConduit;
import org.xnio.ssl.SslConnection;

/// Looks at what a connection to the LAN door begins with, before TLS does.
///
/// ```
/// a handshake (RFC 8446 section 5.1)  ──▶ TLS
/// a capital letter, as of GET         ──▶ plain HTTP, to be told where to go
/// anything else, or the end           ──▶ closed
/// nothing, or no whole handshake      ──▶ closed when the time is over: no timeout of Undertow's has begun by then
/// ```
final class FirstByte implements ChannelListener<StreamConnection> {
    private static final SeldomLog LOG = new SeldomLog(FirstByte.class);
    private static final int HANDSHAKE = 22;

    private final Function<StreamConnection, SslConnection> tls;
    private final ChannelListener<StreamConnection> secure;
    private final ChannelListener<StreamConnection> plain;
    private final Duration most;

    /// @param tls    wraps a connection
    /// @param secure takes connections that are wrapped
    /// @param plain  takes connections as they are
    /// @param most   until a handshake must be done
    FirstByte(
            Function<StreamConnection, SslConnection> tls,
            ChannelListener<StreamConnection> secure,
            ChannelListener<StreamConnection> plain,
            Duration most) {
        this.tls = tls;
        this.secure = secure;
        this.plain = plain;
        this.most = most;
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        var done = new AtomicBoolean();
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
        connection.getSourceChannel().setReadListener(readable -> look(connection, done));
        connection.getSourceChannel().wakeupReads();
    }

    private static String from(StreamConnection connection) {
        var peer = connection.getPeerAddress(InetSocketAddress.class);
        return peer == null || peer.getAddress() == null ? "-" : AddressText.of(peer.getAddress());
    }

    private void look(StreamConnection connection, AtomicBoolean done) {
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        var first = ByteBuffer.allocate(1);
        try {
            int read = source.read(first);
            if (read == 0) {
                source.resumeReads();
                return;
            }
            source.suspendReads();
            source.setReadListener(null);
            if (read < 0) {
                IoUtils.safeClose(connection);
                return;
            }
            decide(connection, first.flip(), done);
        } catch (IOException gone) {
            IoUtils.safeClose(connection);
        } catch (RuntimeException e) {
            LOG.tell("A connection to the LAN door could not be begun: {}", e.toString());
            IoUtils.safeClose(connection);
        }
    }

    private void decide(StreamConnection connection, ByteBuffer first, AtomicBoolean done) {
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        int begin = first.get(0);
        var again = new PushBackStreamSourceConduit(source.getConduit());
        again.pushBack(Buffers.pooledWrapper(first));
        source.setConduit(again);
        if (begin == HANDSHAKE) {
            SslConnection wrapped = tls.apply(connection);
            wrapped.getHandshakeSetter().set(handshaken -> done.set(true));
            secure.handleEvent(wrapped);
        } else if (begin >= 'A' && begin <= 'Z') {
            done.set(true);
            plain.handleEvent(connection);
        } else {
            LOG.tell("{} spoke neither TLS nor HTTP to the LAN door; the connection was closed", from(connection));
            IoUtils.safeClose(connection);
        }
    }
}
