// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.server.http.DoorKind;
import app.homekeep.server.http.HostNames;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The names and addresses this server answers to. Thread-safe; asking takes no lock and leaves the memory alone.
public final class OwnNames implements HostNames {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    private static final InetAddress LOOPBACK_6 = InetAddress.ofLiteral("::1");

    private record Lan(Set<String> names, Set<InetAddress> addresses) {}

    private final HomeName home;
    private final Optional<MachineName> machine;
    private volatile Lan lan;

    /// @param addresses those of this computer at home; without zones
    public OwnNames(HomeName home, Optional<MachineName> machine, List<InetAddress> addresses) {
        this.home = home;
        this.machine = machine;
        this.lan = lan(addresses);
    }

    @Override
    public boolean ours(DoorKind door, String host) {
        boolean fromHome = door == DoorKind.LAN || door == DoorKind.WELCOME;
        Lan now = lan;
        if (host.indexOf(':') >= 0) {
            return address(host)
                    .filter(address -> address.equals(LOOPBACK_6)
                            || (fromHome && now.addresses().contains(address)))
                    .isPresent();
        }
        return LOOPBACK.contains(host) || (fromHome && now.names().contains(host));
    }

    /// Takes over the addresses of now.
    public void refresh(List<InetAddress> addresses) {
        lan = lan(addresses);
    }

    /// The names for the certificate, under `.local` and `.home.arpa` only: those nobody else owns.
    public NavigableSet<String> certificateNames() {
        NavigableSet<String> names = new TreeSet<>(List.of(home.local(), home.homeArpa()));
        machine.map(MachineName::local).ifPresent(names::add);
        return names;
    }

    private Lan lan(List<InetAddress> addresses) {
        Set<String> names = new HashSet<>(certificateNames());
        machine.map(MachineName::label).ifPresent(names::add);
        Set<InetAddress> longOnes = new HashSet<>();
        for (InetAddress address : addresses) {
            if (address instanceof Inet4Address) {
                names.add(address.getHostAddress());
            } else {
                longOnes.add(address);
            }
        }
        return new Lan(Set.copyOf(names), Set.copyOf(longOnes));
    }

    /// IPv6 addresses have many spellings: they are compared as addresses. One with a zone is nobody's.
    private static Optional<InetAddress> address(String host) {
        if (host.indexOf('%') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
