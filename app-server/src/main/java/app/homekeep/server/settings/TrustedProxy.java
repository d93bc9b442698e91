// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import app.homekeep.model.Invalid;
import app.homekeep.server.http.AddressRange;
import java.net.Inet4Address;
import java.util.Locale;

/// One member of `trusted_proxies`: an address or a range of them.
final class TrustedProxy {
    /// Wider ranges are nobody's proxies: everybody could say where a request came from.
    private static final int WIDEST_4 = 8;

    private static final int WIDEST_6 = 16;

    private TrustedProxy() {}

    static String read(String setting, String text) {
        String range = text.strip().toLowerCase(Locale.ROOT);
        AddressRange parsed = AddressRange.parse(range)
                .orElseThrow(() -> new Invalid(
                        setting,
                        "\"" + text + "\" is no address such as 192.168.1.5 and no range such as 192.168.1.0/28."));
        int widest = parsed.first() instanceof Inet4Address ? WIDEST_4 : WIDEST_6;
        if (parsed.bits() < widest) {
            throw new Invalid(
                    setting,
                    "\"" + text + "\" is too wide: anybody could say where a request came from. List the proxies' own"
                            + " addresses.");
        }
        return range;
    }
}
