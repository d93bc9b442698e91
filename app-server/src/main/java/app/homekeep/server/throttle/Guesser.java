// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

/// Whose tries are counted together.
///
/// @param name    the name that is tried, folded
/// @param network where the tries come from; empty for anywhere
/// @param known   whether they come from devices that the account knows
record Guesser(String name, String network, boolean known) {
    Guesser fromAnywhere() {
        return new Guesser(name, "", known);
    }

    /// What the owner reads in the audit log.
    String place() {
        String from = network.isEmpty() ? "from anywhere" : "from " + network;
        return known ? from + ", on known devices" : from;
    }
}
