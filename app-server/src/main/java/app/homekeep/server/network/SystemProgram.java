// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Tells what one of the system's own programs prints.
@FunctionalInterface
interface SystemProgram {
    /// Really runs it; one that takes too long is ended.
    SystemProgram REAL = command -> run(Duration.ofSeconds(5), command);

    /// @param command the program's full path, and its options
    String print(List<String> command) throws IOException;

    private static String run(Duration most, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var watch = process.onExit().orTimeout(most.toMillis(), TimeUnit.MILLISECONDS);
        var _ = watch.whenComplete((ended, late) -> {
            if (late != null) {
                process.destroyForcibly();
            }
        });
        try (InputStream printed = process.getInputStream()) {
            String text = new String(printed.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(command.getFirst() + " ended with status " + process.exitValue());
            }
            return text;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
