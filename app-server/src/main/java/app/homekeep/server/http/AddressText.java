// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.net.InetAddress;

/// An internet address as people read it.
public final class AddressText {
    private AddressText() {}

    /// IPv6 without its zone and with its zeros left out (RFC 5952): `fd00::2`.
    public static String of(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        String plain = zone < 0 ? text : text.substring(0, zone);
        return plain.contains(":") ? plain.replaceFirst("(?:^|:)0(?::0)+(?::|$)", "::") : plain;
    }
}
