// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.pairing;

import app.homekeep.model.pairing.Pairing;
import java.util.Arrays;
import java.util.Locale;

/// How a device came through the LAN door.
enum Trust {
    /// Not yet, or in a way that this panel doesn't know.
    UNKNOWN,
    /// After its browser's warning.
    WARNED,
    /// Without one.
    TRUSTED;

    static Trust of(Pairing pairing) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(pairing.trust()))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
