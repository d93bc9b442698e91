// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.admin.AdminProblem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that this panel has started. It has its own life: it prints to a file, reads nothing, and goes on when the
/// panel ends. Thread-safe.
final class ServerProcess implements Child {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    /// What the server exits with when it refuses to start, with the reason printed.
    private static final int REFUSED = 1;

    private final Process process;
    private final ServerLog log;
    private final ServerLog.Mark begin;

    private ServerProcess(Process process, ServerLog log, ServerLog.Mark begin) {
        this.process = process;
        this.log = log;
        this.begin = begin;
    }

    /// @throws AdminProblem `start_failed` when the system won't
    static ServerProcess launch(List<String> command, ServerLog log) {
        try {
            ServerLog.Mark begin = log.prepare();
            var builder = new ProcessBuilder(command)
                    .directory(log.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(log.printed().toFile()));
            ServerProgram.clean(builder.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            LOG.info("server started: pid {}", process.pid());
            return new ServerProcess(process, log, begin);
        } catch (IOException e) {
            LOG.error("the server can't be started", e);
            throw new AdminProblem("start_failed", "The server's process could not be started.");
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void onExit(IntConsumer status) {
        var _ = process.onExit().thenAccept(ended -> status.accept(ended.exitValue()));
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
        return log.tail(begin);
    }

    @Override
    public Optional<Refusal> refusal() {
        return !process.isAlive() && process.exitValue() == REFUSED
                ? Refusals.in(log.printedSince(begin))
                : Optional.empty();
    }
}
