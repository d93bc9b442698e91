// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.async;

import app.homekeep.desktop.admin.AdminProblem;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs blocking work away from the FX thread and brings what comes of it back there. Tests use one that does both at
/// once.
public interface Background {
    /// @param onOk      gets the result, on the FX thread
    /// @param onProblem gets what went wrong, on the FX thread
    /// @return stops listening: neither is called after it; the work itself is interrupted
    <T> Cancel run(Callable<T> work, Consumer<T> onOk, Consumer<AdminProblem> onProblem);

    /// Ends one piece of work.
    @FunctionalInterface
    interface Cancel {
        void cancel();
    }
}
