// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import java.nio.file.Path;

/// What a first run needs to know.
///
/// @param data       the data folder to fill: missing or empty
/// @param files      the folder that will hold the personal spaces
/// @param owner      the owner's username
/// @param serverName what the owner calls the server
/// @param lanOpen    whether the home network may reach it
public record NewHome(Path data, Path files, String owner, String password, String serverName, boolean lanOpen) {
    /// What the server is called where nobody says.
    public static final String DEFAULT_NAME = "Homekeep";

    /// Without the password, so that it never gets into a log.
    @Override
    public String toString() {
        return "NewHome[" + data + ", " + owner + "]";
    }
}
