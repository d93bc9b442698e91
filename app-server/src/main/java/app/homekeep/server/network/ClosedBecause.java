// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.util.Locale;

/// Why the LAN door is closed.
public enum ClosedBecause {
    SETTING,
    COMMAND_LINE,
    LOCKDOWN,
    NOT_HOME,
    PORT_TAKEN,
    FAILED;

    /// The name on the wire, such as `not_home`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
