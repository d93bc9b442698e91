// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// A network this computer is on.
///
/// @param gateway   the router's address; empty where there is none
/// @param prefix    its range of addresses, such as `192.168.1.0/24`
/// @param hardware  the router's hardware address: many homes and cafés have the same two others
/// @param addresses this computer's private ones on it, the likeliest to be reached first; may be none
public record Link(String gateway, String prefix, Optional<String> hardware, List<InetAddress> addresses) {
    public Link {
        addresses = List.copyOf(addresses);
    }

    /// Whether another one has the same router, as far as its addresses tell, and the same range.
    boolean looksLike(Link other) {
        return gateway.equals(other.gateway) && prefix.equals(other.prefix);
    }

    /// Whether another one looks like it and this computer has an address of before there.
    boolean isWhereItWas(Link other) {
        return looksLike(other)
                && (addresses.equals(other.addresses) || addresses.stream().anyMatch(other.addresses::contains));
    }
}
