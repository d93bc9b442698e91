// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.door;

import app.homekeep.model.control.LanDoor;
import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.KnownNetwork.Standing;
import java.util.List;
import java.util.Optional;

/// The door to the home network, and the networks this computer knows.
public record Door(LanDoor lan, List<KnownNetwork> networks) {
    public Door {
        networks = List.copyOf(networks);
    }

    /// Why it is closed; empty while it is open.
    public Optional<Closed> closed() {
        return Closed.of(lan);
    }

    /// The network that keeps it closed: first of all one that the owner wasn't asked about.
    Optional<KnownNetwork> inTheWay() {
        return unknown().or(() -> here(Standing.AWAY));
    }

    /// The one to ask the owner about.
    Optional<KnownNetwork> unknown() {
        return here(Standing.UNKNOWN);
    }

    private Optional<KnownNetwork> here(Standing standing) {
        return closed().filter(Closed.NOT_HOME::equals)
                .flatMap(_ -> networks.stream()
                        .filter(network -> network.here() && network.standing() == standing)
                        .findFirst());
    }
}
