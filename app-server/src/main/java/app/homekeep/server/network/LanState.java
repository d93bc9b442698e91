// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.model.network.KnownNetwork.Standing;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How the LAN door and the welcome door are.
///
/// @param closedBecause empty while the LAN door is open
/// @param lan           the LAN door's port, while it is open
/// @param welcome       the welcome door's port, while it is open; it may be closed beside an open LAN door, because
///                      another program has its port
/// @param addresses     where both are open, besides this computer itself; the likeliest to be reached first
/// @param networks      this computer is on
public record LanState(
        Optional<ClosedBecause> closedBecause,
        OptionalInt lan,
        OptionalInt welcome,
        List<InetAddress> addresses,
        List<On> networks) {
    /// A network this computer is on.
    ///
    /// @param addresses of this computer there
    public record On(String prefix, Standing standing, List<InetAddress> addresses) {}

    /// Before anything was looked at.
    public static final LanState UNKNOWN = new LanState(
            Optional.of(ClosedBecause.FAILED), OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of());

    public LanState {
        addresses = List.copyOf(addresses);
        networks = List.copyOf(networks);
    }

    public boolean isOpen() {
        return closedBecause.isEmpty();
    }

    /// One address of each home network, by which all of it can be told the server's name.
    public List<InetAddress> announceable() {
        return networks.stream()
                .filter(network -> network.standing() == Standing.HOME)
                .flatMap(network -> network.addresses().stream()
                        .filter(address -> address instanceof Inet4Address || !address.isLinkLocalAddress())
                        .filter(addresses::contains)
                        .limit(1))
                .distinct()
                .toList();
    }
}
