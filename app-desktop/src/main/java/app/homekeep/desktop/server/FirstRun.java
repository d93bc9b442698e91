// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

/// What the welcome does: make a new server in the data folder.
public interface FirstRun {
    /// Whether the data folder holds a server already.
    boolean initialised();

    /// Creates the server, its owner and the folder it serves. Blocks.
    ///
    /// @throws AdminProblem with the server's sentence and code when it refuses
    void create(FirstRunPlan plan);
}
