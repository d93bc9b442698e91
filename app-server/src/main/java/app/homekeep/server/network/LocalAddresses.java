// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The private addresses by which other devices at home reach this computer.
public final class LocalAddresses {
    /// Networks inside this computer, for its containers and virtual machines. A plain `br0` is a real one's front.
    private static final Pattern INNER_NAME =
            Pattern.compile("(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|podman|kube|vnet|tap).*");

    private static final Pattern INNER_TITLE =
            Pattern.compile(".*(hyper-v|virtualbox|vmware|wsl|docker|host-only|npcap loopback).*");

    /// A network interface, as far as it matters here.
    record Adapter(String name, String title, boolean inUse, List<InetAddress> addresses) {}

    private LocalAddresses() {}

    /// Those of now, the likeliest to be reached first; the order is the same as long as they are.
    public static List<InetAddress> read() {
        try {
            return among(NetworkInterface.networkInterfaces().map(LocalAddresses::adapter));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<InetAddress> among(Stream<Adapter> adapters) {
        return adapters.filter(LocalAddresses::isReal)
                .flatMap(adapter -> adapter.addresses().stream())
                .map(LocalAddresses::withoutZone)
                .filter(address -> rank(address) < PrivateRange.NETWORK.size())
                .distinct()
                .sorted(Comparator.<InetAddress>comparingInt(LocalAddresses::rank)
                        .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned))
                .toList();
    }

    private static boolean isReal(Adapter adapter) {
        return adapter.inUse()
                && !INNER_NAME.matcher(adapter.name().toLowerCase(Locale.ROOT)).matches()
                && !INNER_TITLE
                        .matcher(adapter.title().toLowerCase(Locale.ROOT))
                        .matches();
    }

    private static Adapter adapter(NetworkInterface network) {
        String title = network.getDisplayName();
        return new Adapter(
                network.getName(),
                title == null ? "" : title,
                isInUse(network),
                network.inetAddresses().toList());
    }

    private static boolean isInUse(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException _) {
            // It was just taken out.
            return false;
        }
    }

    private static int rank(InetAddress address) {
        int rank = 0;
        for (PrivateRange range : PrivateRange.NETWORK) {
            if (range.contains(address)) {
                break;
            }
            rank++;
        }
        return rank;
    }

    /// The zone of `fe80::1%eth0` means something on this computer only.
    private static InetAddress withoutZone(InetAddress address) {
        try {
            return address instanceof Inet6Address ? InetAddress.getByAddress(address.getAddress()) : address;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has the length of an address", e);
        }
    }
}
