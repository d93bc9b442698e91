// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// The server's process: this panel's child, or one it found running. Thread-safe.
interface Child {
    /// The exit status of a process that isn't this panel's child.
    int UNKNOWN_EXIT = -1;

    long pid();

    /// Calls back once when the process has ended; at once when it has already.
    void onExit(IntConsumer status);

    /// Asks the system to end it in order.
    void destroy();

    /// Has the system end it at once.
    void destroyForcibly();

    /// The last lines it printed.
    List<String> logTail();

    /// Why it refused to start, in its own words.
    Optional<Refusal> refusal();

    /// @param code stable, such as `port_taken:local:8080`
    record Refusal(String sentence, String code) {}
}
