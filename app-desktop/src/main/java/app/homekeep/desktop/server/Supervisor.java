// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.util.function.Consumer;

/// Starts, watches, restarts and stops the server of one data folder. Its methods return at once; what comes of them is
/// seen in the state. Thread-safe.
public interface Supervisor {
    /// What the server does now.
    ServerState state();

    /// Tells of every change of the state; several in short time are told as one, the latest.
    ///
    /// @param onFxThread called on the FX thread; with the present state at once when called from there
    /// @return ends it: nothing is told after
    Runnable watch(Consumer<ServerState> onFxThread);

    /// Starts the server, or attaches to the one that already runs. Does nothing where one runs or is on its way.
    void start();

    /// Asks the server to stop, waits for its transfers, and ends it by force if it won't.
    void stop();

    /// Stops the server if it runs, and starts it.
    void restart();
}
