// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.platform;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Keeps the computer from going to sleep by itself. Nobody keeps its lid from being closed.
@FunctionalInterface
public interface Sleep {
    /// Awake until this is closed, or the process ends however it ends.
    interface Hold extends AutoCloseable {
        /// Whether the system still keeps its word.
        boolean held();

        @Override
        void close();
    }

    /// Asks the system to stay awake.
    ///
    /// @throws IOException when it can't be asked
    Hold hold() throws IOException;

    /// As this system is asked.
    static Sleep ofThisSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return new WindowsSleep();
        }
        if (system.contains("mac")) {
            // Ends with this process by itself.
            return new CommandSleep(List.of(
                    "caffeinate",
                    "-i",
                    "-w",
                    Long.toString(ProcessHandle.current().pid())));
        }
        // The lock lasts as long as `cat`, which ends when its input does: with this process.
        return new CommandSleep(List.of(
                "systemd-inhibit",
                "--what=sleep:idle",
                "--who=Homekeep",
                "--why=Files are being transferred",
                "--mode=block",
                "cat"));
    }
}
