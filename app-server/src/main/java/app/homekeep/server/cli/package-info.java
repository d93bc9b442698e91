// SPDX-License-Identifier: Apache-2.0
/// The command line: what `homekeep …` understands. All of it but `serve`, `init` and the first steps talks to the
/// running server over its control door.
@NullMarked
package app.homekeep.server.cli;

import org.jspecify.annotations.NullMarked;
