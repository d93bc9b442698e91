// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses that begin alike (RFC 4632, RFC 4291 section 2.3), or a single one.
///
/// @param first the lowest
/// @param bits  how many leading bits the others share with it
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern WRITTEN = Pattern.compile("([^/]{2,45})(?:/([0-9]{1,3}))?");
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /// A range as `192.168.1.0/24`, or an address. Empty for anything else, and where bits behind the leading ones are
    /// set: whoever wrote that may have meant another range.
    public static Optional<AddressRange> parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return address(parts.group(1)).flatMap(first -> {
            int all = first.getAddress().length * 8;
            int bits = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
            return Optional.of(new AddressRange(first, bits)).filter(range -> bits <= all && range.isLowest());
        });
    }

    /// An address in its usual spelling, four numbers or hexadecimal groups, without a zone; empty for anything else.
    static Optional<InetAddress> address(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whether an address is in it.
    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((mine[bit / 8] ^ other[bit / 8]) & mask(bit)) != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isLowest() {
        byte[] mine = first.getAddress();
        for (int bit = bits; bit < mine.length * 8; bit++) {
            if ((mine[bit / 8] & mask(bit)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int mask(int bit) {
        return 0x80 >> (bit % 8);
    }
}
