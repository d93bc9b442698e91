// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A network interface of this computer, as far as it matters here.
///
/// @param name  the system's, such as `eth0`
/// @param title the system's for a person; `name` where it has none
/// @param index the system's number for it
/// @param inUse whether it is up and leads out of this computer
record Adapter(String name, String title, int index, boolean inUse, List<Place> places) {
    /// Networks inside this computer, for its containers and virtual machines, and what Apple's devices talk to each
    /// other by. A plain `br0` is a real one's front.
    private static final Pattern INNER_NAME = Pattern.compile(
            "(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|podman|kube|vnet|tap|awdl|llw).*");

    private static final Pattern INNER_TITLE =
            Pattern.compile(".*(hyper-v|virtualbox|vmware|wsl|docker|host-only|npcap loopback).*");

    private static final Pattern TUNNEL_NAME = Pattern.compile("(tun|utun|wg|ppp|tailscale|zt|ipsec).*");
    /// Windows names them like any other.
    private static final Pattern TUNNEL_TITLE = Pattern.compile(
            ".*(tap-windows|wintun|wireguard|openvpn|tailscale|zerotier|anyconnect|vpn|wan miniport).*");

    /// An address of it.
    ///
    /// @param bits how many leading ones it shares with its neighbours
    record Place(InetAddress address, int bits) {}

    Adapter {
        places = List.copyOf(places);
    }

    /// Those of now.
    static List<Adapter> read() throws SocketException {
        return NetworkInterface.networkInterfaces().map(Adapter::of).toList();
    }

    /// Whether other devices may be behind it.
    boolean isReal() {
        return inUse
                && !INNER_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
                && !INNER_TITLE.matcher(title.toLowerCase(Locale.ROOT)).matches();
    }

    /// Whether it leads to a network that is somewhere else.
    boolean isTunnel() {
        return TUNNEL_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
                || TUNNEL_TITLE.matcher(title.toLowerCase(Locale.ROOT)).matches();
    }

    private static Adapter of(NetworkInterface network) {
        String title = network.getDisplayName();
        return new Adapter(
                network.getName(),
                title == null ? network.getName() : title,
                network.getIndex(),
                isInUse(network),
                network.getInterfaceAddresses().stream().map(Adapter::place).toList());
    }

    private static Place place(InterfaceAddress address) {
        return new Place(address.getAddress(), address.getNetworkPrefixLength());
    }

    private static boolean isInUse(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException _) {
            // It was just taken out.
            return false;
        }
    }
}
