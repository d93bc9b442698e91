// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.OptionalInt;

/// Where the doors are; 0 picks a free port.
///
/// @param lan     empty where the door stays shut
/// @param welcome empty where the door stays shut
public record Ports(int control, int local, OptionalInt lan, OptionalInt welcome) {
    /// Every door on a free port.
    public static Ports free() {
        return new Ports(0, 0, OptionalInt.of(0), OptionalInt.of(0));
    }

    /// The doors of this machine only, on free ports.
    public static Ports freeWithoutLan() {
        return new Ports(0, 0, OptionalInt.empty(), OptionalInt.empty());
    }
}
