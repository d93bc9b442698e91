// SPDX-License-Identifier: Apache-2.0
/// The server as a child process: started, watched, restarted, stopped.
@NullMarked
package app.homekeep.desktop.server;

import org.jspecify.annotations.NullMarked;
