// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.model.network.KnownNetwork.Standing;
import java.util.Optional;

/// A network this computer is on, and what the owner has said of it.
///
/// @param id of its row; empty while it can't be told which one of two that look alike it is
record Present(Link link, Optional<String> id, Standing standing) {
    boolean isHome() {
        return standing == Standing.HOME;
    }
}
