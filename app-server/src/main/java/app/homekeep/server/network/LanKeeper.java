// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.AddressText;
import app.homekeep.server.http.PortTaken;
import app.homekeep.server.http.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the LAN door and the welcome door as they have to be: open to home networks and to no other, with a
/// certificate for every address. Looks at everything anew each time it is asked. Thread-safe.
///
/// ```
/// networks of now ─▶ which are home ─▶ plan ─▶ certificate ─▶ doors move ─▶ names ─▶ who has to know is told
/// ```
public final class LanKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LanKeeper.class);

    private final Surroundings surroundings;
    private final Networks networks;
    private final Supplier<Switches> switches;
    private final OwnNames names;
    private final DoorCertificate certificate;
    private final WebServer web;
    private final Tells tells;
    private volatile LanState state = LanState.UNKNOWN;
    private Optional<List<Link>> links = Optional.empty();
    private boolean welcomeFailed;
    private boolean toldClosed;
    private boolean closed;

    /// Who has to know.
    ///
    /// @param audit   the audit log; a door doesn't open without
    /// @param changed the doors or their networks are others now
    /// @param renewed the LAN door shows another certificate
    /// @param looked  called after each look, changed or not
    public record Tells(
            Consumer<AuditEntry> audit,
            Consumer<LanState> changed,
            Runnable renewed,
            BiConsumer<LanState, Switches> looked) {}

    public LanKeeper(
            Surroundings surroundings,
            Networks networks,
            Supplier<Switches> switches,
            OwnNames names,
            DoorCertificate certificate,
            WebServer web,
            Tells tells) {
        this.surroundings = surroundings;
        this.networks = networks;
        this.switches = switches;
        this.names = names;
        this.certificate = certificate;
        this.web = web;
        this.tells = tells;
    }

    /// How the doors are now. Takes no lock.
    public LanState state() {
        return state;
    }

    /// Opens the doors for the first time.
    ///
    /// @throws PortTaken   where another program has one of the ports
    /// @throws IOException when the system lets no door open
    public synchronized LanState start() throws PortTaken, IOException {
        Switches wanted = switches.get();
        List<Present> present = surroundings.isQuick() ? look(wanted) : List.of();
        LanPlan plan = LanPlan.of(wanted, present);
        if (plan instanceof LanPlan.Open open) {
            openLan(open, wanted);
            web.welcome().open(open.addresses(), wanted.welcomePort());
        }
        state = told(plan, present, Optional.empty());
        tells.looked().accept(state, wanted);
        return state;
    }

    /// Looks at everything now and does what has to be done; on return it is done.
    public synchronized LanState evaluate() {
        if (closed) {
            return state;
        }
        Switches wanted = switches.get();
        // What the switches alone decide waits for no look around: a lockdown is in a hurry.
        if (LanPlan.of(wanted, List.of()) instanceof LanPlan.Closed(ClosedBecause why)) {
            shut(why);
        }
        List<Present> present = lookedAround(wanted);
        LanPlan plan = LanPlan.of(wanted, present);
        Optional<ClosedBecause> failure = Optional.empty();
        switch (plan) {
            case LanPlan.Closed(ClosedBecause why) -> shut(why);
            case LanPlan.Open open -> failure = open(open, wanted);
        }
        LanState now = told(plan, present, failure);
        boolean news = !now.equals(state);
        state = now;
        tells.looked().accept(now, wanted);
        if (news) {
            tells.changed().accept(now);
        }
        return now;
    }

    /// A look that fails keeps no door open that has to be shut.
    private List<Present> lookedAround(Switches wanted) {
        try {
            return look(wanted);
        } catch (RuntimeException e) {
            if (wanted.mayOpen()) {
                throw e;
            }
            LOG.warn("The networks could not be looked at; the LAN door is shut all the same", e);
            return List.of();
        }
    }

    /// Where the system doesn't tell, nothing has changed.
    private List<Present> look(Switches wanted) {
        links = surroundings.now().or(() -> links);
        return links.map(known -> networks.look(known, wanted.mayOpen())).orElse(List.of());
    }

    private Optional<ClosedBecause> open(LanPlan.Open plan, Switches wanted) {
        try {
            openLan(plan, wanted);
            if (!state.isOpen()) {
                tells.audit().accept(entry("opened on port " + web.lan().port().orElseThrow()));
            }
        } catch (PortTaken e) {
            return Optional.of(failed(ClosedBecause.PORT_TAKEN, e));
        } catch (IOException | RuntimeException e) {
            // No audit, no open door.
            return Optional.of(failed(ClosedBecause.FAILED, e));
        }
        openWelcome(plan, wanted);
        return Optional.empty();
    }

    private void openLan(LanPlan.Open plan, Switches wanted) throws PortTaken, IOException {
        List<InetAddress> plain =
                plan.addresses().stream().map(PrivateAddresses::withoutZone).toList();
        names.refresh(plain);
        renew(plain);
        web.lan().open(plan.addresses(), wanted.lanPort());
        toldClosed = false;
    }

    /// Where the disk takes no new certificate, an open door goes on with the one it has.
    private void renew(List<InetAddress> plain) {
        try {
            if (certificate.fit(names.certificateNames(), plain)) {
                web.renewCertificate();
                tells.renewed().run();
            }
        } catch (RuntimeException e) {
            if (!state.isOpen()) {
                throw e;
            }
            LOG.warn("The LAN door's certificate could not be renewed; it is tried again", e);
        }
    }

    /// Nobody needs it who knows the LAN door: that one is open without it.
    private void openWelcome(LanPlan.Open plan, Switches wanted) {
        try {
            web.welcome().open(plan.addresses(), wanted.welcomePort());
            welcomeFailed = false;
        } catch (PortTaken | IOException e) {
            if (!welcomeFailed) {
                LOG.warn("The welcome door can't be opened; it is tried again: {}", e.getMessage());
            }
            welcomeFailed = true;
        }
    }

    private ClosedBecause failed(ClosedBecause why, Exception e) {
        if (!state.closedBecause().equals(Optional.of(why))) {
            LOG.warn("The LAN door can't be opened; it is tried again: {}", e.getMessage());
            LOG.debug("The LAN door can't be opened", e);
        }
        shut(why);
        return why;
    }

    private void shut(ClosedBecause why) {
        web.lan().close();
        web.welcome().close();
        if (state.isOpen() && !toldClosed) {
            toldClosed = true;
            LOG.info("The LAN door is closed: {}", why.wire());
            writeDown(entry("closed: " + why.wire()));
        }
    }

    /// A door that can't be written down as closed is closed all the same.
    private void writeDown(AuditEntry entry) {
        try {
            tells.audit().accept(entry);
        } catch (RuntimeException e) {
            LOG.error("The audit log can't be written", e);
        }
    }

    private static AuditEntry entry(String what) {
        return AuditEntry.system(AuditKind.NETWORK_CHANGE).target("LAN door").detail(what);
    }

    /// No more changes: the doors stay as they are, for the web server to close.
    @Override
    public synchronized void close() {
        closed = true;
    }

    private LanState told(LanPlan plan, List<Present> present, Optional<ClosedBecause> failure) {
        Optional<ClosedBecause> why =
                failure.or(() -> plan instanceof LanPlan.Closed closed ? Optional.of(closed.why()) : Optional.empty());
        List<InetAddress> open = plan instanceof LanPlan.Open wanted
                ? wanted.addresses().stream()
                        .filter(web.lan().addresses()::contains)
                        .toList()
                : List.of();
        LanState now = new LanState(
                why,
                web.lan().port(),
                web.welcome().port(),
                open,
                present.stream()
                        .map(each -> new LanState.On(
                                each.link().prefix(),
                                each.standing(),
                                each.link().addresses()))
                        .distinct()
                        .toList());
        if (now.isOpen() && !now.equals(state)) {
            LOG.info(
                    "The LAN door is open at {} on port {}",
                    open.stream().map(AddressText::of).collect(Collectors.joining(", ", "this computer, ", "")),
                    now.lan().orElseThrow());
        }
        return now;
    }
}
