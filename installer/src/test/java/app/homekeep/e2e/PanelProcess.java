// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import app.homekeep.desktop.platform.SingleInstance;
import app.homekeep.desktop.server.ServerProgram;
import app.homekeep.desktop.server.ServerState.Running;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A panel without a window, in a process of its own: starts the server, says so, and waits to be killed.
final class PanelProcess {
    private PanelProcess() {}

    /// @param arguments the data folder
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Optional<SingleInstance> instance = SingleInstance.claim(data, () -> System.out.println("shown"));
        if (instance.isEmpty()) {
            System.out.println("second");
            return;
        }
        try (var panel = new Panel(data, ServerProgram.own())) {
            panel.supervisor().start();
            System.out.println("running " + panel.await(Running.class).info().pid());
            new CountDownLatch(1).await();
        }
    }
}
