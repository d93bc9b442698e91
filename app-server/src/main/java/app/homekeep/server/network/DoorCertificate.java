// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.net.InetAddress;
import java.util.List;
import java.util.SortedSet;

/// What the LAN door shows.
@FunctionalInterface
public interface DoorCertificate {
    /// Makes sure that it is good for these names and addresses, and for long enough; called before the door opens, and
    /// again and again.
    ///
    /// @return whether it is another one now
    boolean fit(SortedSet<String> names, List<InetAddress> addresses);
}
