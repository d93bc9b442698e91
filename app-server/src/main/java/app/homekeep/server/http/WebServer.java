// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Engine engine;
    private final HomeDoor lan;
    private final HomeDoor welcome;
    private int control;
    private int local;

    private WebServer(WebConfig config) throws IOException {
        this.config = config;
        this.open = config.open();
        this.doors = new Doors(config.limits());
        this.engine = new Engine(
                virtualThreads, traffic, open, new TransferGate(config.limits()), config.callers(), stopping::get);
        // No name but the LAN door's, no cookies, nobody signed in: like the welcome door.
        var plain = new Pipeline(DoorKind.WELCOME, new Router(List.of()), new PlainHttp(this::lanPort), config, engine);
        this.lan = doors.secure(DoorKind.LAN, config.tls(), pipeline(DoorKind.LAN, engine), plain);
        var sendOn = new Welcome(this::lanPort);
        this.welcome =
                doors.plain(DoorKind.WELCOME, new Pipeline(DoorKind.WELCOME, config.welcome(), sendOn, config, engine));
    }

    /// Opens every door that has a port; those to the home network at this computer only, until they are told where.
    ///
    /// @throws PortTaken when something else listens on one of the ports; nothing is left open then
    public static WebServer open(WebConfig config) throws IOException, PortTaken {
        var server = new WebServer(config);
        try {
            server.openDoors();
            return server;
        } catch (Throwable failure) {
            server.close();
            throw failure;
        }
    }

    private void openDoors() throws IOException, PortTaken {
        Ports wanted = config.ports();
        local = openLocal(wanted.local(), pipeline(DoorKind.LOCAL, engine));
        if (wanted.lan().isPresent()) {
            lan.open(List.of(), wanted.lan().getAsInt());
            if (wanted.welcome().isPresent()) {
                welcome.open(List.of(), wanted.welcome().getAsInt());
            }
        }
        control =
                doors.openPlain(DoorKind.CONTROL, Loopback.FOUR, wanted.control(), pipeline(DoorKind.CONTROL, engine));
    }

    /// 0 while it is closed.
    private int lanPort() {
        return lan.port().orElse(0);
    }

    private Pipeline pipeline(DoorKind door, Engine engine) {
        return new Pipeline(door, config.router(), Pipeline.NOTHING_ELSE, config, engine);
    }

    /// On ::1 too, where there is one: that is what `localhost` may mean to a browser.
    private int openLocal(int wanted, Pipeline pipeline) throws IOException, PortTaken {
        int port = doors.openPlain(DoorKind.LOCAL, Loopback.FOUR, wanted, pipeline);
        try {
            doors.openPlain(DoorKind.LOCAL, Loopback.SIX, port, pipeline);
        } catch (PortTaken | IOException noSuchAddress) {
            LOG.debug("The local door is open on 127.0.0.1 only: {}", noSuchAddress.toString());
        }
        return port;
    }

    /// Where the doors are now.
    public Ports ports() {
        return new Ports(control, local, lan.port(), welcome.port());
    }

    /// The door to the home network.
    public HomeDoor lan() {
        return lan;
    }

    /// The door that sends those on who come without TLS.
    public HomeDoor welcome() {
        return welcome;
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
        doors.renewCertificate(config.tls());
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
            lan.close();
            welcome.close();
            doors.close();
            virtualThreads.shutdownNow();
        }
    }
}
