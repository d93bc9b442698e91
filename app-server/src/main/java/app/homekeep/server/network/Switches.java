// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

/// What the owner wants of the LAN door.
///
/// @param noLan      shut by the command line, for this run
/// @param lockedDown shut by a lockdown
/// @param open       the setting
/// @param lanPort    0 for any
/// @param welcomePort 0 for any
/// @param announce   whether its name is announced
/// @param serverName what the owner calls the server
public record Switches(
        boolean noLan,
        boolean lockedDown,
        boolean open,
        int lanPort,
        int welcomePort,
        boolean announce,
        String serverName) {
    boolean mayOpen() {
        return !noLan && !lockedDown && open;
    }
}
