// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waiting for another process.
final class Processes {
    /// A drain of ten seconds, and time to end.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Processes() {}

    /// Returns when the process has ended, or when it takes too long.
    static void awaitEnd(Optional<ProcessHandle> process) {
        try {
            if (process.isPresent()) {
                process.get().onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Whoever asked looks at the lock next, which is what counts.
            return;
        }
    }
}
