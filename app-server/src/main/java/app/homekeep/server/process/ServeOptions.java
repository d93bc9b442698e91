// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import java.nio.file.Path;
import java.util.OptionalInt;

/// How to serve. A port that is not named comes from the settings; 0 takes a free one.
///
/// @param data  the data folder
/// @param noLan keep the LAN door and the welcome door shut this time, whatever the settings say
public record ServeOptions(
        Path data, OptionalInt localPort, OptionalInt lanPort, OptionalInt welcomePort, boolean noLan) {}
