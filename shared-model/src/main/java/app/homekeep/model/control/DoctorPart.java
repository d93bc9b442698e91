// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import java.util.Locale;

/// What the doctor looks at, in the order in which it tells.
public enum DoctorPart {
    /// The data folder.
    DATA,
    DISK,
    CLOCK,
    /// The process.
    SERVER,
    DATABASE,
    NETWORK,
    LOCAL_DOOR,
    LAN_DOOR,
    WELCOME_DOOR,
    /// The one that the LAN door shows.
    CERTIFICATE,
    /// By multicast DNS.
    NAME,
    FIREWALL;

    /// The name on the wire, such as `lan_door`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
