// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import app.homekeep.model.Invalid;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.block.Block;
import app.homekeep.model.block.NewBlock;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.AddressText;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The addresses that the owner has shut out, in memory as the database has them. Looking takes no lock; thread-safe.
public final class ShutOuts {
    private final Database database;
    private final ShutOutStore store = new ShutOutStore();
    private final AuditLog audit;
    private final EventHub events;
    private final Ids ids;
    private final Clock clock;
    /// By address. Replaced on the database's writer alone.
    private volatile Map<String, ShutOut> all;

    private ShutOuts(Database database, AuditLog audit, EventHub events, Ids ids, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.all = byAddress(database.read(store::all));
    }

    public static ShutOuts open(Database database, AuditLog audit, EventHub events, Ids ids, Clock clock) {
        return new ShutOuts(database, audit, events, ids, clock);
    }

    /// @throws Refused 403 when the address is shut out
    void admit(String address) {
        Map<String, ShutOut> now = all;
        if (now.isEmpty()) {
            return;
        }
        ShutOut out = now.get(address);
        if (out != null && out.lasts(clock.instant())) {
            throw new Refused(ProblemCode.FORBIDDEN, "The owner has shut this address out.");
        }
    }

    /// Shuts an address out, on all doors but the control door.
    ///
    /// @param entry who does it
    /// @throws Invalid for what is no address, or this machine's own
    Block add(NewBlock wanted, AuditEntry entry) {
        String address = address(wanted.address());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Instant> until = Optional.ofNullable(wanted.hours()).map(hours -> now.plus(Duration.ofHours(hours)));
        var out = new ShutOut(ids.next(), address, now, until);
        database.write(tx -> {
            store.put(tx.handle(), out);
            audit.append(
                    tx,
                    entry.target(address)
                            .detail(until.map(end -> "until " + end).orElse("for good")));
            remember(tx);
            return out;
        });
        return block(out);
    }

    List<Block> held() {
        Instant now = clock.instant();
        return all.values().stream()
                .filter(out -> out.lasts(now))
                .map(ShutOuts::block)
                .toList();
    }

    /// @param entry who does it
    /// @return false when there is none of that id
    boolean lift(String id, AuditEntry entry) {
        return database.write(tx -> {
            Optional<ShutOut> lifted = store.take(tx.handle(), id);
            lifted.ifPresent(out -> {
                audit.append(tx, entry.target(out.address()));
                remember(tx);
            });
            return lifted.isPresent();
        });
    }

    /// Deletes those whose time is over. Called once a day.
    public int forgetOld() {
        return database.write(tx -> {
            int forgotten = store.forget(tx.handle(), clock.instant());
            remember(tx);
            return forgotten;
        });
    }

    /// Commit hooks run in the order of their transactions, so the newest rows win.
    private void remember(Transaction tx) {
        Map<String, ShutOut> after = byAddress(store.all(tx.handle()));
        tx.afterCommit(() -> {
            all = after;
            events.publish(new EventHub.Event.BlocksChanged());
        });
    }

    private static String address(String text) {
        InetAddress address = literal(text.strip());
        if (address == null) {
            throw new Invalid("address", "Use an address such as 192.168.1.20.");
        }
        if (address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new Invalid("address", "This machine itself can't be shut out.");
        }
        return AddressText.of(address);
    }

    /// Never asks a name server.
    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static Map<String, ShutOut> byAddress(List<ShutOut> rows) {
        return rows.stream().collect(Collectors.toUnmodifiableMap(ShutOut::address, Function.identity()));
    }

    private static Block block(ShutOut out) {
        return new Block(
                out.id(),
                "address",
                null,
                out.address(),
                0,
                out.since(),
                out.until().orElse(null));
    }
}
