// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The web server: every door of the house, open from [#open] to [#close]. Thread-safe.
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    private final WebConfig config;
    private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Traffic traffic = new Traffic();
    private final Open open;
    private final Doors doors;
    private @Nullable Ports ports;

    private WebServer(WebConfig config) throws IOException {
        this.config = config;
        this.open = config.open();
        this.doors = new Doors(config.limits());
    }

    /// Opens every door.
    ///
    /// @throws PortTaken when something else listens on one of the ports; nothing is left open then
    public static WebServer open(WebConfig config) throws IOException, PortTaken {
        var server = new WebServer(config);
        try {
            server.ports = server.openDoors();
            return server;
        } catch (Throwable failure) {
            server.close();
            throw failure;
        }
    }

    private Ports openDoors() throws IOException, PortTaken {
        var engine = new Engine(
                virtualThreads, traffic, open, new TransferGate(config.limits()), config.callers(), stopping::get);
        Ports wanted = config.ports();
        int local = openLocal(wanted.local(), pipeline(DoorKind.LOCAL, engine));
        OptionalInt lan = OptionalInt.empty();
        OptionalInt welcome = OptionalInt.empty();
        if (wanted.lan().isPresent()) {
            var really = new AtomicInteger();
            // No name but the LAN door's, no cookies, nobody signed in: like the welcome door.
            var plain =
                    new Pipeline(DoorKind.WELCOME, new Router(List.of()), new PlainHttp(really::get), config, engine);
            int port = doors.openSecure(
                    DoorKind.LAN, wanted.lan().getAsInt(), config.tls().get(), pipeline(DoorKind.LAN, engine), plain);
            really.set(port);
            lan = OptionalInt.of(port);
            if (wanted.welcome().isPresent()) {
                var sendOn = new Pipeline(DoorKind.WELCOME, config.welcome(), new Welcome(() -> port), config, engine);
                welcome = OptionalInt.of(doors.openPlain(
                        DoorKind.WELCOME,
                        InetAddress.getByAddress(new byte[4]),
                        wanted.welcome().getAsInt(),
                        sendOn));
            }
        }
        int control =
                doors.openPlain(DoorKind.CONTROL, loopback4(), wanted.control(), pipeline(DoorKind.CONTROL, engine));
        return new Ports(control, local, lan, welcome);
    }

    private Pipeline pipeline(DoorKind door, Engine engine) {
        return new Pipeline(door, config.router(), Pipeline.NOTHING_ELSE, config, engine);
    }

    /// On ::1 too, where there is one: that is what `localhost` may mean to a browser.
    private int openLocal(int wanted, Pipeline pipeline) throws IOException, PortTaken {
        int port = doors.openPlain(DoorKind.LOCAL, loopback4(), wanted, pipeline);
        try {
            doors.openPlain(DoorKind.LOCAL, loopback6(), port, pipeline);
        } catch (PortTaken | IOException noSuchAddress) {
            LOG.debug("The local door is open on 127.0.0.1 only: {}", noSuchAddress.toString());
        }
        return port;
    }

    private static InetAddress loopback4() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    }

    private static InetAddress loopback6() throws IOException {
        byte[] address = new byte[16];
        address[15] = 1;
        return Inet6Address.getByAddress("localhost", address, -1);
    }

    /// Where the doors really are.
    public Ports ports() {
        if (ports == null) {
            throw new IllegalStateException("not open");
        }
        return ports;
    }

    /// What is open, by session.
    public OpenExchanges openExchanges() {
        return open;
    }

    /// What went through the doors that browsers use.
    public TrafficCounted traffic() {
        return traffic.counted();
    }

    /// Asks for the certificate anew; connections that come from now on get it.
    public void renewCertificate() {
        doors.renewCertificate(config.tls().get());
    }

    /// Takes no more requests but over the control door, ends the event streams, waits for the transfers, then closes.
    ///
    /// @param most how long to wait for transfers
    public void drain(Duration most) {
        stopping.set(true);
        open.endEvents();
        long deadline = System.nanoTime() + most.toNanos();
        try {
            while (open.transfers() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /// Closes every door and connection at once. More than once does no harm.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stopping.set(true);
            doors.close();
            virtualThreads.shutdownNow();
        }
    }
}
