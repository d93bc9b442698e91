// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.admin.RunFolder.Who;
import app.homekeep.model.control.RunFile;
import app.homekeep.model.control.StopAnswer;
import java.util.Optional;

/// All that the supervisor knows of the world: processes, the data folder, the control door. Thread-safe.
interface ServerHost {
    /// Who serves the data folder now. Quick.
    Who who();

    /// Starts the server's process. Quick: it doesn't wait until the server is ready.
    ///
    /// @throws AdminProblem when there is nothing to start, or no way to
    Child launch();

    /// The process of a server that already runs; empty when it has just ended.
    Optional<Child> attach(RunFile info);

    /// Whether the process of that number has left its run file behind, as one does that didn't end in order.
    boolean leftRunFile(long pid);

    /// Blocks, for seconds at most.
    Pulse pulse(RunFile info);

    /// Asks the server to stop; empty when it doesn't hear. Blocks, for seconds at most.
    Optional<StopAnswer> askToStop(RunFile info);
}
