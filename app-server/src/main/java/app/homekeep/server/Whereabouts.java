// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.control.ServerStatus;
import app.homekeep.server.http.AddressText;
import app.homekeep.server.http.Ports;
import app.homekeep.server.network.LanState;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How browsers reach the server: only what works now.
///
/// @param real where the doors are
/// @param own  the name of the owner's own certificate
/// @param name that was heard on the home network
record Whereabouts(Ports real, LanState lan, Optional<String> own, Optional<String> name) {
    /// The best first.
    List<ServerStatus.Address> all() {
        List<ServerStatus.Address> all = new ArrayList<>();
        real.lan().ifPresent(port -> {
            own.ifPresent(at -> all.add(address("lan", "https://" + at + ":" + port, "name")));
            name.ifPresent(heard -> all.add(address("lan", "https://" + heard + ":" + port, "name")));
            typeable().forEach(at -> all.add(address("lan", "https://" + host(at) + ":" + port, "address")));
        });
        all.add(address("local", "http://localhost:" + real.local(), "name"));
        welcome().ifPresent(url -> all.add(address("welcome", url, "address")));
        return List.copyOf(all);
    }

    /// By its address: the name may have learnt to insist on HTTPS, for every port of it (RFC 6797).
    Optional<String> welcome() {
        if (real.welcome().isEmpty()) {
            return Optional.empty();
        }
        String host = typeable().findFirst().map(Whereabouts::host).orElse("127.0.0.1");
        return Optional.of("http://" + host + ":" + real.welcome().getAsInt());
    }

    private static ServerStatus.Address address(String door, String url, String form) {
        return new ServerStatus.Address(door, url, form);
    }

    /// A link-local address is good only with the name of an interface, which no browser takes (RFC 6874).
    private Stream<InetAddress> typeable() {
        return lan.addresses().stream().filter(address -> !address.isLinkLocalAddress());
    }

    /// As it stands in a URL.
    private static String host(InetAddress address) {
        String text = AddressText.of(address);
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }
}
