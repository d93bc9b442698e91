// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.model.control.RunFile;
import java.util.List;

/// What the server is doing, as far as the panel knows. One value that shell, overview and tray all read.
///
/// ```
/// Stopped ──start──▶ Starting ──healthy──▶ Running ◀──▶ Unreachable
///    ▲                  │  │                 │  │            │
///    │                  │  └──exit──▶ Crashed ◀─┴──exit──────┘
///    └──────────── Stopping ◀──stop── (any but Stopped)
/// ```
public sealed interface ServerState {
    /// Not running, and nobody asked it to.
    record Stopped() implements ServerState {}

    /// On its way up: the process runs, it isn't healthy.
    record Starting() implements ServerState {}

    /// Healthy.
    ///
    /// @param attached whether it was running before this panel, which attached to it
    record Running(RunFile info, boolean attached) implements ServerState {}

    /// Asked to stop.
    ///
    /// @param transfers uploads and downloads it waits for
    record Stopping(int transfers) implements ServerState {}

    /// The process has ended without being asked.
    ///
    /// @param exit     the exit status; -1 when it isn't known
    /// @param reason   one sentence for a person
    /// @param code     to search for, and for the panel to offer a way out, such as `port_taken:local:8080`
    /// @param logTail  the last lines of its log
    /// @param retrying whether a restart is under way; false when the panel has given up
    record Crashed(int exit, String reason, String code, List<String> logTail, boolean retrying)
            implements ServerState {
        public Crashed {
            logTail = List.copyOf(logTail);
        }
    }

    /// The process runs and doesn't answer.
    record Unreachable(RunFile info) implements ServerState {}
}
