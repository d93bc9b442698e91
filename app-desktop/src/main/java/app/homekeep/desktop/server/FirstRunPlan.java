// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.nio.file.Path;

/// What the owner answered in the welcome.
///
/// @param ownerName   what the owner signs in with
/// @param files       the folder to serve
/// @param homeNetwork whether other devices at home may reach the server; otherwise only this computer
public record FirstRunPlan(String serverName, String ownerName, String password, Path files, boolean homeNetwork) {
    /// Without the password, so that it never gets into a log.
    @Override
    public String toString() {
        return "FirstRunPlan[" + serverName + ", " + ownerName + ", " + files + ", homeNetwork=" + homeNetwork + "]";
    }
}
