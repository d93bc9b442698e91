// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.KnownNetwork.Standing;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The networks this computer was on, told from each other, with what the owner has said of them. Those of the first
/// opening are home, where they have a router; a later one is not until the owner says so. Thread-safe.
public final class Networks {
    private static final Logger LOG = LoggerFactory.getLogger(Networks.class);
    /// More than anybody's cafés; a router that changes its address all the time must not fill the disk.
    private static final int UNKNOWN_ONES = 100;

    private final Database database;
    private final NetworkStore store = new NetworkStore();
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;
    private final Recognition recognition = new Recognition();
    private volatile List<Present> before = List.of();
    private boolean unwritten;

    public Networks(Database database, AuditLog audit, Ids ids, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Finds out which networks those are, and remembers new ones.
    ///
    /// @param mayOpen whether the LAN door may open: the first time it may, the networks that are there are taken
    ///                for home. One without a router is not: it may be an employer's VPN
    synchronized List<Present> look(List<Link> links, boolean mayOpen) {
        List<NetworkRow> rows = database.read(store::all);
        Optional<Instant> begun = database.read(store::begun);
        boolean first = mayOpen && begun.isEmpty();
        List<Present> found = recognition.look(links, before, rows, begun);
        boolean waiting = !first && recognition.waits(found, rows);
        boolean news = found.stream().anyMatch(each -> isNews(each, rows, waiting));
        before = first || news ? written(found, first, waiting) : found;
        return before;
    }

    /// A disk that is full must not keep the door open where it has to close. What is not known yet is not home.
    private List<Present> written(List<Present> found, boolean first, boolean waiting) {
        try {
            List<Present> settled = database.write(tx -> settle(tx, found, first, waiting));
            unwritten = false;
            return settled;
        } catch (RuntimeException e) {
            if (!unwritten) {
                LOG.error("The networks of now can't be written down; it is tried again", e);
            }
            unwritten = true;
            return found;
        }
    }

    private boolean isNews(Present each, List<NetworkRow> rows, boolean waiting) {
        return each.id()
                .flatMap(id -> rows.stream().filter(row -> row.id().equals(id)).findFirst())
                .map(row -> row.isStale(clock.instant())
                        || (row.hardware().isEmpty() && each.link().hardware().isPresent()))
                .orElse(!waiting);
    }

    private List<Present> settle(Transaction tx, List<Present> found, boolean first, boolean waiting) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Present> done = new HashMap<>();
        List<Present> settled = new ArrayList<>();
        for (Present each : found) {
            if (each.id().isEmpty() && waiting) {
                settled.add(each);
                continue;
            }
            // A cable and a radio may lead to the same network.
            Link link = each.link();
            String key = each.id().orElse(link.gateway() + " " + link.prefix() + " " + link.hardware());
            Present known = done.computeIfAbsent(key, same -> settle(tx, each, first, now));
            settled.add(new Present(link, known.id(), known.standing()));
        }
        if (first) {
            store.begin(tx.handle(), now);
        }
        store.forgetUnknown(tx.handle(), UNKNOWN_ONES);
        return List.copyOf(settled);
    }

    private Present settle(Transaction tx, Present each, boolean first, Instant now) {
        Link link = each.link();
        boolean becomesHome =
                first && each.standing() == Standing.UNKNOWN && !link.gateway().isEmpty();
        Standing standing = becomesHome ? Standing.HOME : each.standing();
        String id = each.id().orElseGet(ids::next);
        if (each.id().isPresent()) {
            store.seen(tx.handle(), id, link.hardware(), now);
            if (standing != each.standing()) {
                store.stand(tx.handle(), id, standing);
            }
        } else {
            store.insert(
                    tx.handle(),
                    new NetworkRow(id, link.gateway(), link.prefix(), link.hardware(), standing, now, now));
        }
        if (standing != each.standing()) {
            audit.append(
                    tx,
                    AuditEntry.system(AuditKind.NETWORK_CHANGE)
                            .target(link.prefix())
                            .detail("home, as the network of the first start"));
        }
        return new Present(link, Optional.of(id), standing);
    }

    /// All of them, those of now first.
    public List<KnownNetwork> list() {
        List<KnownNetwork> all = new ArrayList<>();
        List<NetworkRow> rows = database.read(store::all);
        rows.stream().filter(this::isHere).forEach(row -> all.add(row.shown(true)));
        rows.stream().filter(row -> !isHere(row)).forEach(row -> all.add(row.shown(false)));
        return List.copyOf(all);
    }

    /// The owner's word about one.
    ///
    /// @throws Refused 404 for one that was never seen, or was forgotten
    public KnownNetwork answer(String id, boolean home, AuditEntry entry) {
        Standing standing = home ? Standing.HOME : Standing.AWAY;
        return database.write(tx -> {
            NetworkRow row = row(tx, id);
            store.stand(tx.handle(), id, standing);
            audit.append(tx, entry.target(row.prefix()).detail((home ? "home" : "not home") + by(row)));
            return new NetworkRow(
                            id,
                            row.gateway(),
                            row.prefix(),
                            row.hardware(),
                            standing,
                            row.firstSeenAt(),
                            row.lastSeenAt())
                    .shown(isHere(row));
        });
    }

    /// @throws Refused 404 for one that was never seen; 409 for one this computer is on: it would be back at once
    public void forget(String id, AuditEntry entry) {
        database.write(tx -> {
            NetworkRow row = row(tx, id);
            if (isHere(row)) {
                throw new Refused(ProblemCode.CONFLICT, "This computer is on that network now.");
            }
            store.delete(tx.handle(), id);
            audit.append(tx, entry.target(row.prefix()).detail("forgotten" + by(row)));
            return row;
        });
    }

    private NetworkRow row(Transaction tx, String id) {
        return store.all(tx.handle()).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private static String by(NetworkRow row) {
        return row.gateway().isEmpty() ? "" : ", router " + row.gateway();
    }

    /// Asked on the database's thread, for which a look waits.
    private boolean isHere(NetworkRow row) {
        return before.stream().anyMatch(each -> each.id().equals(Optional.of(row.id())));
    }
}
