// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.control.LanDoor;
import app.homekeep.model.control.RunFile;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.event.EventHub.Event;
import app.homekeep.server.http.DoorKind;
import app.homekeep.server.http.HostNames;
import app.homekeep.server.http.PortTaken;
import app.homekeep.server.http.Ports;
import app.homekeep.server.http.Route;
import app.homekeep.server.http.WebConfig;
import app.homekeep.server.http.WebServer;
import app.homekeep.server.mdns.Announcement;
import app.homekeep.server.mdns.Announcer;
import app.homekeep.server.network.ClosedBecause;
import app.homekeep.server.network.HomeName;
import app.homekeep.server.network.LanKeeper;
import app.homekeep.server.network.LanState;
import app.homekeep.server.network.LanWatch;
import app.homekeep.server.network.MachineName;
import app.homekeep.server.network.NetworkRoutes;
import app.homekeep.server.network.Networks;
import app.homekeep.server.network.OwnNames;
import app.homekeep.server.network.Surroundings;
import app.homekeep.server.network.Switches;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.process.StartRefused;
import app.homekeep.server.tls.DoorCertificates;
import app.homekeep.server.trust.Anchor;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Where the server is found: its doors, names, addresses and certificate, kept as they have to be while it runs.
final class Network {
    private final Foundation f;
    private final Surroundings surroundings;
    private final LanSwitches switches;
    private final HomeName home;
    private final OwnNames names;
    private final LanCertificate certificate;
    private final Networks networks;
    private final Announcer announcer;
    private volatile Optional<LanKeeper> keeper = Optional.empty();
    private volatile Optional<WebServer> web = Optional.empty();
    private volatile Optional<LanWatch> watch = Optional.empty();
    private volatile Optional<Switches> seen = Optional.empty();
    private volatile Runnable moved = () -> {};
    private volatile Optional<Thread> farewell = Optional.empty();

    /// @param lockedDown whether the LAN door has to stay shut; call [#evaluate] when it changes
    Network(ServeOptions options, Foundation f, Surroundings surroundings, BooleanSupplier lockedDown) {
        this.f = f;
        this.surroundings = surroundings;
        switches = new LanSwitches(options, f.settings, lockedDown);
        home = HomeName.open(options.data().resolve("name"), f.random);
        Optional<MachineName> machine = MachineName.read();
        names = new OwnNames(home, machine, List.of());
        certificate = new LanCertificate(options.data(), f);
        networks = new Networks(f.database, f.audit, f.ids, f.clock);
        announcer = new Announcer(machine.map(MachineName::local), this::publish);
    }

    /// Opens the doors.
    ///
    /// @throws StartRefused naming the door and the port where another program has it
    WebServer open(WebConfig config) {
        try {
            WebServer opened = WebServer.open(config);
            try {
                var doors = new LanKeeper(
                        surroundings,
                        networks,
                        switches,
                        names,
                        certificate,
                        opened,
                        new LanKeeper.Tells(this::audit, state -> moved(), this::renewed, this::looked));
                web = Optional.of(opened);
                doors.start();
                keeper = Optional.of(doors);
                return opened;
            } catch (Throwable e) {
                opened.close();
                throw e;
            }
        } catch (PortTaken e) {
            String door = wire(e.door());
            throw new StartRefused(
                    "port_taken:" + door + ":" + e.port(),
                    "The " + spoken(e.door()) + "'s port " + e.port() + " is taken by another program.",
                    e);
        } catch (IOException e) {
            throw new StartRefused("doors_closed", "The server can't listen on this machine's network.", e);
        }
    }

    /// From now on the doors follow the networks and the settings by themselves.
    ///
    /// @param whenMoved called when a door has opened, closed or moved
    void keep(Runnable whenMoved) {
        moved = whenMoved;
        LanWatch started = LanWatch.start(keeper(), !surroundings.isQuick());
        watch = Optional.of(started);
        f.events.watch(event -> {
            // Each change of a setting is a row of the log.
            if (event instanceof Event.AuditAppended && !seen.equals(Optional.of(switches.get()))) {
                started.wake();
            }
        });
    }

    /// Looks at the networks and switches now; on return the doors are as they have to be.
    LanState evaluate() {
        return keeper().evaluate();
    }

    /// Shuts the doors to the home network without waiting for a look that is under way; [#evaluate] makes it last.
    void shutNow() {
        web.ifPresent(doors -> {
            doors.lan().close();
            doors.welcome().close();
        });
    }

    /// The doors stay as they are from now on; the name is withdrawn, which [#withdrawn] waits for.
    void stop() {
        watch.ifPresent(LanWatch::close);
        farewell = Optional.of(Thread.ofVirtual().start(announcer::close));
    }

    /// Returns when the network has been told that the name is no more, or after a few seconds.
    void withdrawn() {
        try {
            if (farewell.isPresent()) {
                farewell.get().join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    List<Route> routes() {
        return new NetworkRoutes(networks, this::evaluate, this::lanDoor, this::publish).routes();
    }

    /// The doors that open at the start and stay; the others follow the networks.
    Ports ports() {
        return new Ports(0, switches.localPort(), OptionalInt.empty(), OptionalInt.empty());
    }

    /// Ours by birth, or by the owner's own certificate.
    HostNames names() {
        return (door, host) -> names.ours(door, host)
                || ((door == DoorKind.LAN || door == DoorKind.WELCOME)
                        && certificates().filter(held -> held.names(host)).isPresent());
    }

    /// Empty before the LAN door opens for the first time.
    Optional<DoorCertificates> certificates() {
        return certificate.held();
    }

    /// Shows the certificate of now to whoever connects next.
    void renewCertificate() {
        web.ifPresent(WebServer::renewCertificate);
        publish();
    }

    SSLContext tls() {
        return certificate.context();
    }

    RunFile runFile(Ports real, ControlToken token, Instant startedAt) {
        return new RunFile(
                ProcessHandle.current().pid(),
                Version.current(),
                startedAt,
                new RunFile.Control("http://127.0.0.1:" + real.control(), token.text()),
                "http://localhost:" + real.local(),
                lan(real),
                where(real).welcome().orElse(null));
    }

    Whereabouts where(Ports real) {
        return new Whereabouts(real, state(), certificates().flatMap(DoorCertificates::linkName), announcer.heard());
    }

    LanState state() {
        return keeper.map(LanKeeper::state).orElse(LanState.UNKNOWN);
    }

    LanDoor lanDoor() {
        LanState now = state();
        return new LanDoor(
                now.isOpen(),
                now.closedBecause().map(ClosedBecause::wire).orElse(null),
                now.isOpen() ? announcer.heard().orElse(null) : null);
    }

    ServerStatus.@Nullable Certificate certificate() {
        return state().isOpen() ? certificate.shown().orElse(null) : null;
    }

    LanCertificate doorCertificate() {
        return certificate;
    }

    LanSwitches switches() {
        return switches;
    }

    HomeName home() {
        return home;
    }

    SortedSet<String> certificateNames() {
        return names.certificateNames();
    }

    Optional<String> heard() {
        return announcer.heard();
    }

    private LanKeeper keeper() {
        return keeper.orElseThrow(() -> new IllegalStateException("the doors are not open yet"));
    }

    private void audit(AuditEntry entry) {
        f.database.write(tx -> {
            f.audit.append(tx, entry);
            return entry;
        });
    }

    private void renewed() {
        audit(AuditEntry.system(AuditKind.CERTIFICATE_ISSUE).target("LAN door"));
        publish();
    }

    private void moved() {
        moved.run();
        publish();
    }

    private void publish() {
        f.events.publish(new Event.NetworkChanged());
    }

    /// One address of each home network is enough for it to find all.
    private void looked(LanState state, Switches wanted) {
        seen = Optional.of(wanted);
        announcer.want(
                state.isOpen()
                        ? new Announcement(
                                wanted.announce(),
                                home.label(),
                                wanted.serverName(),
                                state.lan().orElseThrow(),
                                state.announceable())
                        : Announcement.NOTHING);
    }

    /// What devices must trust before the LAN door shows no warning.
    Anchor anchor() {
        return certificates().map(Network::anchor).orElseGet(Anchor.None::new);
    }

    private static Anchor anchor(DoorCertificates held) {
        return held.own()
                .<Anchor>map(Anchor.Own::new)
                .orElseGet(() -> new Anchor.HomeCa(held.home().root()));
    }

    private @Nullable String lan(Ports real) {
        return real.lan().isPresent()
                ? "https://" + home.local() + ":" + real.lan().getAsInt()
                : null;
    }

    private static String wire(DoorKind door) {
        return door.name().toLowerCase(Locale.ROOT);
    }

    private static String spoken(DoorKind door) {
        return door == DoorKind.LAN ? "LAN door" : wire(door) + " door";
    }
}
