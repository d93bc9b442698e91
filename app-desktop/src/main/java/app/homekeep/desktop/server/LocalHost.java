// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.ControlDoor;
import app.homekeep.desktop.admin.RunFolder;
import app.homekeep.desktop.admin.RunFolder.Who;
import app.homekeep.model.control.RunFile;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.control.StopAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// This very machine. Thread-safe.
final class LocalHost implements ServerHost {
    private final Path data;
    private final Supplier<ServerProgram> program;
    private final Ports ports;
    private final RunFolder run;
    private final ControlDoor door;
    private final ServerLog log;

    LocalHost(Path data, Supplier<ServerProgram> program, Ports ports, RunFolder run, ControlDoor door) {
        this.data = data;
        this.program = program;
        this.ports = ports;
        this.run = run;
        this.door = door;
        log = new ServerLog(data);
    }

    @Override
    public Who who() {
        return run.look();
    }

    @Override
    public Child launch() {
        List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
        arguments.addAll(ports.options());
        return ServerProcess.launch(program.get().command(arguments), log);
    }

    @Override
    public Optional<Child> attach(RunFile info) {
        return ProcessHandle.of(info.pid()).map(process -> new FoundProcess(process, log));
    }

    @Override
    public boolean leftRunFile(long pid) {
        try {
            return run.read().filter(left -> left.pid() == pid).isPresent();
        } catch (AdminProblem e) {
            return true;
        }
    }

    @Override
    public Pulse pulse(RunFile info) {
        try {
            ServerStatus status = door.status(info);
            if (status.pid() != info.pid()) {
                return new Pulse.Silent();
            }
            if (status.state().equals("stopping")) {
                return new Pulse.Draining(status.transfers());
            }
            return healthy(info) ? new Pulse.Healthy() : new Pulse.Unwell();
        } catch (AdminProblem e) {
            return new Pulse.Silent();
        }
    }

    @Override
    public Optional<StopAnswer> askToStop(RunFile info) {
        try {
            return Optional.of(door.stop(info));
        } catch (AdminProblem e) {
            return Optional.empty();
        }
    }

    /// A server that isn't well says so by a status that makes a problem of its answer.
    private boolean healthy(RunFile info) {
        try {
            return door.health(info).ok();
        } catch (AdminProblem e) {
            return false;
        }
    }
}
