// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.HttpHandler;
import io.undertow.server.OpenListener;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/// Listens. Opens sockets and hands what comes in to a handler; knows nothing of what is served. Undertow's own builder
/// is passed by, since it can't guard a TLS handshake nor swap a certificate.
final class Doors implements AutoCloseable {
    static {
        // Read at a JVM's first handshake. A new handshake on a connection that is there costs a server much more than
        // a client, and no client of today asks for one (CVE-2011-1473).
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    private static final Sequence<String> PROTOCOLS = Sequence.of("TLSv1.3", "TLSv1.2");
    /// With authentication of what is encrypted and a new secret for each connection; the RSA one is what Undertow
    /// looks for before it offers HTTP/2.
    private static final Sequence<String> CIPHERS = Sequence.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private static final int RESETS_WITHIN_MILLIS = 10_000;
    /// A home door listens at several addresses, of which each counts its own connections.
    private static final int HOME_SHARE = 4;

    private final HttpLimits limits;
    private final Xnio xnio = Xnio.getInstance(Doors.class.getClassLoader());
    private final XnioWorker worker;
    private final ByteBufferPool buffers;
    private final OptionMap http;
    private final OptionMap sockets;
    private final OptionMap homeSockets;
    private final List<AcceptingChannel<?>> accepting = new ArrayList<>();
    private final List<OpenListener> listeners = new ArrayList<>();
    private @Nullable UndertowXnioSsl tls;

    Doors(HttpLimits limits) throws IOException {
        this.limits = limits;
        this.worker = xnio.createWorker(OptionMap.builder()
                .set(Options.WORKER_NAME, "http")
                .set(Options.WORKER_IO_THREADS, limits.ioThreads())
                .set(Options.WORKER_TASK_CORE_THREADS, 2)
                // The gate lets no more transfers in than there are threads for; a few do Undertow's own chores.
                .set(Options.WORKER_TASK_MAX_THREADS, limits.transfers() + 4)
                .set(Options.WORKER_TASK_KEEPALIVE, 60_000)
                .set(Options.STACK_SIZE, 512L * 1024)
                .set(Options.THREAD_DAEMON, true)
                .getMap());
        this.buffers = Buffers.plain(limits.buffer());
        this.http = httpOptions(limits);
        this.sockets = socketOptions(limits, limits.connections());
        this.homeSockets = socketOptions(limits, Math.max(1, limits.connections() / HOME_SHARE));
    }

    private static OptionMap httpOptions(HttpLimits limits) {
        return OptionMap.builder()
                .set(UndertowOptions.MAX_HEADER_SIZE, limits.headerBytes())
                .set(UndertowOptions.MAX_HEADERS, limits.headers())
                .set(UndertowOptions.MAX_PARAMETERS, limits.parameters())
                // Counted by ourselves: what is set here can't be changed for a chunked body.
                .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(limits.parse()))
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, millis(limits.idle()))
                .set(UndertowOptions.IDLE_TIMEOUT, millis(limits.idle()))
                .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
                // Paths and queries are decoded by ourselves, strictly.
                .set(UndertowOptions.DECODE_URL, false)
                .set(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, limits.streams())
                // The window for uploads stays at the 64 KiB of RFC 9113: Undertow takes a larger one for the whole
                // connection's too, which it never announces, and waits for ever.
                .set(UndertowOptions.HTTP2_SETTINGS_ENABLE_PUSH, false)
                // Streams that are opened and cancelled (CVE-2023-44487), as a browser does with pictures that are
                // scrolled past: more of them end the connection.
                .set(UndertowOptions.RST_FRAMES_TIME_WINDOW, RESETS_WITHIN_MILLIS)
                .set(UndertowOptions.MAX_RST_FRAMES_PER_WINDOW, 2 * limits.streams())
                .getMap();
    }

    /// @param connections open at the same time at one address
    private static OptionMap socketOptions(HttpLimits limits, int connections) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        return OptionMap.builder()
                .set(Options.WORKER_IO_THREADS, limits.ioThreads())
                .set(Options.TCP_NODELAY, true)
                // Elsewhere it allows a restart at once; on Windows it would let another program take the port over.
                .set(Options.REUSE_ADDRESSES, !windows)
                .set(Options.BALANCING_TOKENS, 1)
                .set(Options.BALANCING_CONNECTIONS, 2)
                .set(Options.BACKLOG, 1000)
                .set(Options.CONNECTION_HIGH_WATER, connections)
                .set(Options.CONNECTION_LOW_WATER, connections * 9 / 10)
                .getMap();
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    /// Opens a door that speaks plain HTTP/1.1.
    ///
    /// @return the port
    int openPlain(DoorKind door, InetAddress address, int port, HttpHandler handler) throws IOException, PortTaken {
        var listener = new HttpOpenListener(buffers, http);
        listener.setRootHandler(new HttpContinueReadHandler(handler));
        listeners.add(listener);
        return accept(
                door,
                port,
                () -> worker.createStreamConnectionServer(
                        new InetSocketAddress(address, port), ChannelListeners.openListenerAdapter(listener), sockets));
    }

    /// A door to the home network that speaks plain HTTP/1.1; closed as yet.
    HomeDoor plain(DoorKind door, HttpHandler handler) {
        var listener = new HttpOpenListener(buffers, http);
        listener.setRootHandler(new HttpContinueReadHandler(handler));
        listeners.add(listener);
        return new HomeDoor(door, address -> {
            var accepted = new Accepted<StreamConnection>(listener);
            return listening(
                    worker.createStreamConnectionServer(
                            address, ChannelListeners.openListenerAdapter(accepted), homeSockets),
                    accepted);
        });
    }

    /// The door to the home network that speaks HTTPS, with HTTP/1.1 and HTTP/2; closed as yet.
    ///
    /// @param context asked for when somebody comes for the first time
    /// @param plain   answers those who speak plain HTTP to it
    HomeDoor secure(DoorKind door, Supplier<SSLContext> context, HttpHandler handler, HttpHandler plain) {
        var root = new HttpContinueReadHandler(handler);
        OptionMap options = OptionMap.builder()
                .addAll(http)
                .set(UndertowOptions.ENABLE_HTTP2, true)
                .getMap();
        var http1 = new HttpOpenListener(buffers, options);
        http1.setRootHandler(root);
        var http2 = new Http2OpenListener(buffers, options);
        http2.setRootHandler(root);
        var alpn = new AlpnOpenListener(buffers, options, http1);
        alpn.addProtocol(Http2OpenListener.HTTP2, http2, 10);
        listeners.add(alpn);
        var misled = new HttpOpenListener(buffers, http);
        misled.setRootHandler(new HttpContinueReadHandler(plain));
        listeners.add(misled);
        OptionMap handshake = OptionMap.builder()
                .set(Options.SSL_ENABLED_PROTOCOLS, PROTOCOLS)
                .set(Options.SSL_ENABLED_CIPHER_SUITES, CIPHERS)
                .set(UndertowOptions.SSL_USER_CIPHER_SUITES_ORDER, true)
                .getMap();
        var firstByte = new FirstByte(
                connection -> tls(context).wrapExistingConnection(connection, handshake, false),
                alpn,
                misled,
                limits.handshake());
        return new HomeDoor(door, address -> {
            var accepted = new Accepted<StreamConnection>(firstByte);
            return listening(
                    worker.createStreamConnectionServer(
                            address, ChannelListeners.openListenerAdapter(accepted), homeSockets),
                    accepted);
        });
    }

    private synchronized UndertowXnioSsl tls(Supplier<SSLContext> context) {
        UndertowXnioSsl made = tls;
        if (made == null) {
            made = new UndertowXnioSsl(xnio, OptionMap.EMPTY, Buffers.records(), context.get());
            tls = made;
        }
        return made;
    }

    private static HomeDoor.Socket listening(AcceptingChannel<?> channel, Accepted<?> accepted) {
        channel.resumeAccepts();
        return new HomeDoor.Socket() {
            @Override
            public int port() {
                return channel.getLocalAddress(InetSocketAddress.class).getPort();
            }

            @Override
            public void close() {
                IoUtils.safeClose(channel);
                accepted.cut();
            }
        };
    }

    /// Serves new connections with this certificate.
    synchronized void renewCertificate(Supplier<SSLContext> context) {
        if (tls != null) {
            tls.updateSSLContext(context.get());
        }
    }

    /// Closes every socket and connection, then ends the threads.
    @Override
    public void close() {
        accepting.forEach(IoUtils::safeClose);
        listeners.forEach(OpenListener::closeConnections);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(2, TimeUnit.SECONDS)) {
                worker.shutdownNow();
                worker.awaitTermination(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// Makes a listening socket.
    @FunctionalInterface
    private interface Bind {
        AcceptingChannel<? extends StreamConnection> bind() throws IOException;
    }

    private int accept(DoorKind door, int port, Bind bind) throws IOException, PortTaken {
        AcceptingChannel<? extends StreamConnection> channel;
        try {
            channel = bind.bind();
        } catch (BindException taken) {
            throw new PortTaken(door, port, taken);
        }
        accepting.add(channel);
        channel.resumeAccepts();
        return channel.getLocalAddress(InetSocketAddress.class).getPort();
    }
}
