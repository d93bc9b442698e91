// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.util.Set;

/// What an exit status says about the end of a server that nobody asked to stop.
///
/// @param sentence for a person
/// @param code     stable, to search for
record ExitReason(String sentence, String code) {
    /// Ended in order: by itself, or asked by the system (SIGHUP, SIGINT, SIGTERM), or as a process that isn't ours.
    private static final Set<Integer> IN_ORDER = Set.of(0, 129, 130, 143, Child.UNKNOWN_EXIT);

    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 137;

    static boolean mayBeInOrder(int status) {
        return IN_ORDER.contains(status);
    }

    static ExitReason of(int status) {
        return switch (status) {
            case OUT_OF_MEMORY -> new ExitReason("The server ran out of memory.", "out_of_memory");
            case KILLED -> new ExitReason("The server was ended by force, by the system or by somebody.", "killed");
            case Child.UNKNOWN_EXIT -> new ExitReason("The server ended unexpectedly.", "crashed");
            default -> new ExitReason("The server ended unexpectedly, with exit status " + status + ".", "crashed");
        };
    }
}
