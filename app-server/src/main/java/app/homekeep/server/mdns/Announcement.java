// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.mdns;

import java.net.InetAddress;
import java.util.List;

/// What the home network is to know.
///
/// @param own        whether the server's own name is announced; the computer's is looked for in any case
/// @param label      the server's own name, without `.local`
/// @param serverName what the owner calls the server
/// @param port       of the LAN door
/// @param addresses  one of each home network, where the door is open
public record Announcement(boolean own, String label, String serverName, int port, List<InetAddress> addresses) {
    /// Nothing: the door is closed.
    public static final Announcement NOTHING = new Announcement(false, "", "", 0, List.of());

    public Announcement {
        addresses = List.copyOf(addresses);
    }
}
