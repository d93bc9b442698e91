// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.net.InetAddress;
import java.util.List;

/// Addresses that no one on the internet can have: a home's own.
///
/// @param first of the range
/// @param bits  how many leading bits the others share with it
public record PrivateRange(InetAddress first, int bits) {
    /// Loopback ones.
    public static final List<PrivateRange> LOOPBACK = List.of(of("127.0.0.0", 8), of("::1", 128));

    /// Those of a network, the likeliest at home first: RFC 1918, unique local (RFC 4193), carrier-grade NAT and
    /// overlay networks (RFC 6598), link-local (RFC 3927, RFC 4291).
    public static final List<PrivateRange> NETWORK = List.of(
            of("192.168.0.0", 16),
            of("10.0.0.0", 8),
            of("172.16.0.0", 12),
            of("fc00::", 7),
            of("100.64.0.0", 10),
            of("169.254.0.0", 16),
            of("fe80::", 10));

    private static PrivateRange of(String first, int bits) {
        return new PrivateRange(InetAddress.ofLiteral(first), bits);
    }

    /// Whether an address is in it.
    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Such as `10.0.0.0/8`.
    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
