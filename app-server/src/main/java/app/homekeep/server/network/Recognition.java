// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.model.network.KnownNetwork.Standing;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells which of the networks that are kept this computer is on. Not thread-safe.
///
/// Addresses don't tell it, since most homes and cafés have the same: the router's hardware address does. Where that
/// isn't known, a network may be the one of the look before.
final class Recognition {
    /// How many looks a router may take to tell its hardware address.
    private static final int PATIENCE = 3;
    /// Of random 40 bits, by which one home's is told from another's (RFC 4193 section 3.2.2).
    private static final PrivateRange UNIQUE_LOCAL = new PrivateRange(InetAddress.ofLiteral("fc00::"), 7);

    /// For how many looks a known router has not told its hardware address, by its network.
    private final Map<String, Integer> silentLooks = new HashMap<>();

    private int looksWithoutRouter;

    /// One look.
    ///
    /// @param before what the look before found
    /// @param begun  when networks were taken for home unasked
    List<Present> look(List<Link> links, List<Present> before, List<NetworkRow> rows, Optional<Instant> begun) {
        List<Present> found = links.stream()
                .map(link -> row(link, before, rows, begun)
                        .map(row -> new Present(link, Optional.of(row.id()), row.standing()))
                        .orElseGet(() -> new Present(link, Optional.empty(), Standing.UNKNOWN)))
                .toList();
        countSilent(found, rows);
        return found;
    }

    /// Its router's word counts first: what was there a moment ago may be a guess that is wrong.
    private Optional<NetworkRow> row(Link link, List<Present> before, List<NetworkRow> rows, Optional<Instant> begun) {
        List<NetworkRow> alike = alike(link, rows).toList();
        return alike.stream()
                .filter(row -> row.hardware().isPresent() && row.hardware().equals(link.hardware()))
                .findFirst()
                .or(() -> alike.stream()
                        .filter(row -> before.stream().anyMatch(last -> continues(last, link, row)))
                        .findFirst())
                .or(() -> alike.stream()
                        .filter(row ->
                                row.hardware().isEmpty() && link.hardware().isEmpty() && mayBeTakenFor(row, begun))
                        .findFirst());
    }

    /// Whether it is what was there at the look before, where the routers don't tell that it isn't. One that no longer
    /// answers is another one, after a while.
    private boolean continues(Present last, Link link, NetworkRow row) {
        boolean wasThere =
                last.id().equals(Optional.of(row.id())) && last.link().isWhereItWas(link);
        boolean silent = row.hardware().isPresent() && link.hardware().isEmpty();
        return wasThere
                && (silent
                        ? silentLooks.getOrDefault(row.id(), 0) < PATIENCE
                        : row.hardware().isEmpty());
    }

    /// Whether a network without a known router is another one without, which may be years and miles away:
    /// `fe80::1` with `fe80::/64` is every second provider's, and no router at all is every VPN's. It is home only
    /// where its range is no other home's (IPv6 alone: that router's hardware address is never known), or where the
    /// owner said so of a router with an address of its own. What isn't home may be mistaken: the door stays closed
    /// either way.
    private static boolean mayBeTakenFor(NetworkRow row, Optional<Instant> begun) {
        if (row.standing() != Standing.HOME) {
            return true;
        }
        if (UNIQUE_LOCAL.contains(address(row.prefix()))) {
            return true;
        }
        boolean said = begun.filter(row.firstSeenAt()::isAfter).isPresent();
        return said
                && !row.gateway().isEmpty()
                && !InetAddress.ofLiteral(row.gateway()).isLinkLocalAddress();
    }

    private static InetAddress address(String prefix) {
        return InetAddress.ofLiteral(prefix.substring(0, prefix.indexOf('/')));
    }

    /// From zero again when it answers, and when its network is no more.
    private void countSilent(List<Present> found, List<NetworkRow> rows) {
        Map<String, Integer> now = new HashMap<>();
        for (NetworkRow row : rows) {
            List<Link> there = found.stream()
                    .filter(each -> each.id().equals(Optional.of(row.id())))
                    .map(Present::link)
                    .toList();
            boolean silent = row.hardware().isPresent()
                    && !there.isEmpty()
                    && there.stream().allMatch(link -> link.hardware().isEmpty());
            if (silent) {
                now.put(row.id(), silentLooks.getOrDefault(row.id(), 0) + 1);
            }
        }
        silentLooks.clear();
        silentLooks.putAll(now);
    }

    /// Whether to wait for a router that has not told its hardware address yet, and may turn out to be a known one.
    boolean waits(List<Present> found, List<NetworkRow> rows) {
        boolean open = found.stream()
                .filter(each -> each.id().isEmpty())
                .map(Present::link)
                .anyMatch(link ->
                        link.hardware().isEmpty() && alike(link, rows).findAny().isPresent());
        looksWithoutRouter = open ? looksWithoutRouter + 1 : 0;
        return open && looksWithoutRouter <= PATIENCE;
    }

    private static Stream<NetworkRow> alike(Link link, List<NetworkRow> rows) {
        return rows.stream().filter(row -> row.looksLike(link));
    }
}
