// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The private addresses by which other devices at home reach this computer.
final class PrivateAddresses {
    private static final Comparator<InetAddress> LIKELIEST_FIRST = Comparator.<InetAddress>comparingInt(
                    PrivateAddresses::rank)
            .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned);

    private PrivateAddresses() {}

    /// Those that are private, the likeliest to be reached first; the order is the same as long as they are.
    static List<InetAddress> among(Stream<InetAddress> addresses) {
        return inOrder(addresses.filter(address -> rank(address) < PrivateRange.NETWORK.size()));
    }

    /// The likeliest to be reached first.
    static List<InetAddress> inOrder(Stream<InetAddress> addresses) {
        return addresses.distinct().sorted(LIKELIEST_FIRST).toList();
    }

    /// The zone of `fe80::1%eth0` means something on this computer only.
    static InetAddress withoutZone(InetAddress address) {
        try {
            return address instanceof Inet6Address ? InetAddress.getByAddress(address.getAddress()) : address;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has the length of an address", e);
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
}
