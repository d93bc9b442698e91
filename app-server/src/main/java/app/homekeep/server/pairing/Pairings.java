// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.pairing;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.pairing.Pairing;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.DoorKind;
import app.homekeep.server.http.Request;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pairings of the last hour, in memory: a code is good for minutes, and a restart takes it back. What
/// comes with a code opens nothing; it only says how far a device has come. Thread-safe.
public final class Pairings {
    private static final Logger LOG = LoggerFactory.getLogger(Pairings.class);
    private static final int MOST = 30;
    private static final int CODE_BYTES = 16;
    /// So that the panel can still show what came of one.
    private static final Duration KEPT = Duration.ofHours(1);

    private final Database database;
    private final AuditLog audit;
    private final EventHub events;
    private final Supplier<List<ServerStatus.Address>> reachable;
    private final Supplier<String> fingerprint;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;
    /// The oldest first; guarded by this.
    private final Map<String, Walk> walks = new LinkedHashMap<>();

    /// @param reachable   how browsers reach the server now, best first
    /// @param fingerprint of the home CA, in hex
    public Pairings(
            Database database,
            AuditLog audit,
            EventHub events,
            Supplier<List<ServerStatus.Address>> reachable,
            Supplier<String> fingerprint,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.reachable = reachable;
        this.fingerprint = fingerprint;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /// A new one with a code of its own. The oldest one goes when there are too many.
    ///
    /// @throws Refused 409 while the home network is shut out
    Pairing begin() {
        String code = secret();
        Walk walk = Walk.begin(ids.next(), code, secret(), url(code), now());
        synchronized (this) {
            forgetOld();
            if (walks.size() >= MOST) {
                walks.remove(walks.keySet().iterator().next());
            }
            walks.put(walk.id(), walk);
        }
        announce();
        return walk.pairing(fingerprint.get());
    }

    synchronized Optional<Pairing> find(String id) {
        forgetOld();
        return Optional.ofNullable(walks.get(id)).map(walk -> walk.pairing(fingerprint.get()));
    }

    /// @return false when there is no such pairing
    boolean end(String id) {
        boolean ended;
        synchronized (this) {
            ended = walks.remove(id) != null;
        }
        if (ended) {
            announce();
        }
        return ended;
    }

    /// A device has opened the trust page with a code, or with the token that it got for it. At the LAN door
    /// it is through by that.
    ///
    /// @return the token, for the links of its page; empty when the code is wrong, too old, or another's by
    /// now
    public Optional<String> arrived(String given, Request request) {
        return step(given, request, walk -> {
            Walk here = walk.comer().isPresent() ? walk : walk.arrived(Comer.of(request), now());
            return request.door() == DoorKind.LAN ? here.page(Form.of(request), now()) : here;
        });
    }

    /// The certificate went to the device.
    public void downloaded(String given, Request request) {
        step(given, request, walk -> walk.downloaded(now()));
    }

    /// A picture of the LAN door's has gone to the device, and so the device did without a warning.
    public void seen(String given, Request request) {
        if (request.door() == DoorKind.LAN) {
            step(given, request, walk -> walk.picture(Form.of(request), now()));
        }
    }

    private Optional<String> step(String given, Request request, UnaryOperator<Walk> onwards) {
        // A look ahead is no visit.
        if (given.isEmpty() || request.method().equals("HEAD")) {
            return Optional.empty();
        }
        boolean further;
        Optional<Walk> taken;
        synchronized (this) {
            taken = mine(given, Comer.of(request));
            further =
                    taken.map(walk -> move(walk, onwards.apply(walk), request)).orElse(false);
        }
        if (further) {
            announce();
        }
        return taken.map(Walk::token);
    }

    /// The walk that this device may go on with. The code is the first one's who comes with it, and stays
    /// theirs when they open the page again.
    private Optional<Walk> mine(String given, Comer who) {
        Instant now = now();
        for (Walk walk : List.copyOf(walks.values())) {
            if (!walk.open(now)) {
                continue;
            }
            if (same(walk.token(), given)) {
                return Optional.of(walk);
            }
            if (same(walk.code(), given)) {
                boolean theirs = walk.comer().map(who::equals).orElse(true);
                if (!theirs) {
                    contest(walk, who);
                }
                return theirs ? Optional.of(walk) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// @return whether it is another step
    private boolean move(Walk before, Walk after, Request request) {
        if (after.equals(before)) {
            return false;
        }
        if (after.through() && !before.through()) {
            database.write(tx -> {
                audit.append(
                        tx,
                        AuditEntry.of(AuditKind.DEVICE_PAIRED, request)
                                .detail(after.comer().map(Comer::name).orElse("-")));
                return tx;
            });
        }
        walks.put(after.id(), after);
        return true;
    }

    /// Once a pairing: nobody fills the log with it.
    private void contest(Walk walk, Comer who) {
        if (!walk.contested()) {
            walks.put(walk.id(), walk.contest());
            LOG.warn(
                    "pairing {}: another device, {} at {}, came with a code that was used before; it does not count",
                    walk.id(),
                    who.name(),
                    who.address());
        }
    }

    private void forgetOld() {
        Instant before = now().minus(KEPT);
        walks.values().removeIf(walk -> walk.expiresAt().isBefore(before));
    }

    /// By an address, since not every device finds the name, and one that was there before may insist on
    /// HTTPS for the name on every port (RFC 6797 section 8.3).
    private String url(String code) {
        List<ServerStatus.Address> all = reachable.get();
        return first(all, "welcome", "address")
                        .or(() -> first(all, "lan", "address"))
                        .or(() -> first(all, "lan", "name"))
                        .orElseThrow(() -> new Refused(
                                ProblemCode.CONFLICT,
                                "Other devices can't come in: the door to the home network is shut."))
                        .url()
                + "/trust?pair="
                + code;
    }

    private static Optional<ServerStatus.Address> first(List<ServerStatus.Address> all, String door, String form) {
        return all.stream()
                .filter(address -> address.door().equals(door) && address.form().equals(form))
                .findFirst();
    }

    private String secret() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Compares in constant time.
    private static boolean same(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private void announce() {
        events.publish(new EventHub.Event.PairingsChanged());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
