// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How a hardware address is written here, however a system spells it.
final class HardwareAddress {
    private HardwareAddress() {}

    /// `2:FC:0:0:0:5` and `02-fc-00-00-00-05` are `02:fc:00:00:00:05`.
    static String written(String spelt) {
        return Arrays.stream(spelt.toLowerCase(Locale.ROOT).split("[:-]"))
                .map(pair -> pair.length() == 1 ? "0" + pair : pair)
                .collect(Collectors.joining(":"));
    }
}
