// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.net.InetAddress;
import java.util.List;

/// What becomes of the LAN door.
sealed interface LanPlan {
    /// Open at this computer itself and at its addresses on home networks; on no network, at itself alone.
    record Open(List<InetAddress> addresses) implements LanPlan {}

    record Closed(ClosedBecause why) implements LanPlan {}

    static LanPlan of(Switches wanted, List<Present> present) {
        if (wanted.noLan()) {
            return new Closed(ClosedBecause.COMMAND_LINE);
        }
        if (wanted.lockedDown()) {
            return new Closed(ClosedBecause.LOCKDOWN);
        }
        if (!wanted.open()) {
            return new Closed(ClosedBecause.SETTING);
        }
        List<Link> home =
                present.stream().filter(Present::isHome).map(Present::link).toList();
        if (home.isEmpty() && !present.isEmpty()) {
            return new Closed(ClosedBecause.NOT_HOME);
        }
        return new Open(PrivateAddresses.inOrder(home.stream().flatMap(link -> link.addresses().stream())));
    }
}
