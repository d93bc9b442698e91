// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.util.List;
import java.util.Optional;

/// Tells which networks this computer is on. Thread-safe.
public interface Surroundings {
    /// Those of now; empty when the system doesn't tell at the moment, which is no network that has gone.
    Optional<List<Link>> now();

    /// Whether asking takes next to no time, so that a start may wait for it.
    default boolean isQuick() {
        return true;
    }

    /// Those of the system this runs on.
    static Surroundings ofThisSystem() {
        return new SystemSurroundings(Adapter::read, Gateways.ofThisSystem());
    }
}
