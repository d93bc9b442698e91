// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.server.http.AddressText;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The networks behind the real network interfaces.
final class SystemSurroundings implements Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(SystemSurroundings.class);
    private static final String LINK_LOCAL = "fe80::/64";

    private final Interfaces interfaces;
    private final Gateways gateways;

    /// Reads the network interfaces.
    @FunctionalInterface
    interface Interfaces {
        List<Adapter> read() throws IOException;
    }

    SystemSurroundings(Interfaces interfaces, Gateways gateways) {
        this.interfaces = interfaces;
        this.gateways = gateways;
    }

    @Override
    public boolean isQuick() {
        return gateways.isQuick();
    }

    @Override
    public Optional<List<Link>> now() {
        try {
            List<Adapter> real =
                    interfaces.read().stream().filter(Adapter::isReal).toList();
            Map<String, List<Gateway>> behind = gateways.of(real);
            return Optional.of(real.stream()
                    .flatMap(adapter -> link(adapter, routers(adapter, behind)).stream())
                    .toList());
        } catch (IOException | IllegalArgumentException e) {
            // A line that is not what it always was is no reason to close the door.
            LOG.warn("The networks of this computer can't be told just now: {}", e.toString());
            return Optional.empty();
        }
    }

    /// The one behind a tunnel is no home's: it has the same address for everybody who is let in.
    private static List<Gateway> routers(Adapter adapter, Map<String, List<Gateway>> behind) {
        return adapter.isTunnel() ? List.of() : behind.getOrDefault(adapter.name(), List.of());
    }

    /// Where a network has addresses of both kinds, the router of the older kind tells it: its range doesn't change.
    private static Optional<Link> link(Adapter adapter, List<Gateway> gateways) {
        List<InetAddress> own = PrivateAddresses.among(adapter.places().stream().map(Adapter.Place::address));
        Optional<Gateway> four = first(gateways, Inet4Address.class::isInstance);
        if (four.isPresent()) {
            return Optional.of(link(four.get(), prefixAround(four.get().address(), adapter), own));
        }
        Optional<Gateway> six = first(gateways, Inet6Address.class::isInstance);
        if (six.isPresent()) {
            return Optional.of(link(six.get(), uniqueLocal(adapter), own));
        }
        // Every interface gives itself a link-local address: that makes no network yet.
        return own.stream()
                .filter(address -> !address.isLinkLocalAddress())
                .findFirst()
                .map(address -> new Link("", prefixOf(address, adapter), Optional.empty(), own));
    }

    private static Optional<Gateway> first(List<Gateway> gateways, Predicate<InetAddress> kind) {
        return gateways.stream().filter(gateway -> kind.test(gateway.address())).findFirst();
    }

    private static Link link(Gateway gateway, String prefix, List<InetAddress> own) {
        return new Link(AddressText.of(gateway.address()), prefix, gateway.hardware(), own);
    }

    private static String prefixAround(InetAddress gateway, Adapter adapter) {
        Stream<Adapter.Place> fours =
                adapter.places().stream().filter(place -> place.address() instanceof Inet4Address);
        List<Adapter.Place> all = new ArrayList<>(fours.toList());
        return all.stream()
                .filter(place -> range(place.address(), place.bits()).equals(range(gateway, place.bits())))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(place -> range(place.address(), place.bits()))
                .orElse(AddressText.of(gateway) + "/32");
    }

    /// A public range may be another one tomorrow; what a home gives itself stays (RFC 4193).
    private static String uniqueLocal(Adapter adapter) {
        return PrivateAddresses.among(adapter.places().stream().map(Adapter.Place::address)).stream()
                .filter(address -> address instanceof Inet6Address && !address.isLinkLocalAddress())
                .findFirst()
                .map(address -> prefixOf(address, adapter))
                .orElse(LINK_LOCAL);
    }

    private static String prefixOf(InetAddress address, Adapter adapter) {
        return adapter.places().stream()
                .filter(place -> place.address().equals(address))
                .findFirst()
                .map(place -> range(place.address(), place.bits()))
                .orElseThrow();
    }

    /// Such as `192.168.1.0/24`.
    private static String range(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int bit = bits; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        try {
            return AddressText.of(InetAddress.getByAddress(bytes)) + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has the length of an address", e);
        }
    }
}
