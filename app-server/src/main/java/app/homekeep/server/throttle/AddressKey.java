// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import java.net.InetAddress;

/// What counts as one address: an IPv4 address by itself, all of an IPv6 network's first 64 bits together, since
/// whoever has one of those has them all (RFC 4291 section 2.5.1).
final class AddressKey {
    private static final int GROUPS = 4;

    private AddressKey() {}

    /// @param address as a request has it; what is no address stands for itself
    static String of(String address) {
        return address.indexOf(':') < 0 ? address : network(address);
    }

    private static String network(String address) {
        byte[] bytes;
        try {
            bytes = InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
        if (bytes.length == 4) {
            return address;
        }
        var key = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            key.append(Integer.toHexString((bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff)))
                    .append(':');
        }
        return key.append(":/64").toString();
    }
}
