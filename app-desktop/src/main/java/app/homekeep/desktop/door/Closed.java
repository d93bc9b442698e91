// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.door;

import app.homekeep.model.control.LanDoor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why the home network doesn't reach the server.
public enum Closed {
    /// The owner closed it.
    SETTING,
    /// The server was started so.
    COMMAND_LINE,
    LOCKDOWN,
    /// The owner hasn't said, or has said no, to the network this computer is on.
    NOT_HOME,
    PORT_TAKEN,
    FAILED,
    /// For a reason that this panel doesn't know.
    OTHER;

    /// @return empty while it is open
    static Optional<Closed> of(LanDoor door) {
        return Optional.ofNullable(door.closedBecause())
                .filter(_ -> !door.open())
                .map(Closed::named);
    }

    /// Short and stable, as on the wire.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Closed named(String reason) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(reason))
                .findFirst()
                .orElse(OTHER);
    }
}
