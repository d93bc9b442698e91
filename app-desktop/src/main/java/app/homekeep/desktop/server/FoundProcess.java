// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A server that was running before this panel. Thread-safe.
final class FoundProcess implements Child {
    private final ProcessHandle process;
    private final ServerLog log;

    FoundProcess(ProcessHandle process, ServerLog log) {
        this.process = process;
        this.log = log;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void onExit(IntConsumer status) {
        var _ = process.onExit().thenAccept(_ -> status.accept(UNKNOWN_EXIT));
    }

    @Override
    public void destroy() {
        process.destroy();
    }

    @Override
    public void destroyForcibly() {
        process.destroyForcibly();
    }

    @Override
    public List<String> logTail() {
        return log.tail(ServerLog.Mark.BEGINNING);
    }

    @Override
    public Optional<Refusal> refusal() {
        return Optional.empty();
    }
}
