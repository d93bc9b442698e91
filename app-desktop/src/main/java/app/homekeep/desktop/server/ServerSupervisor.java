// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.ControlDoor;
import app.homekeep.desktop.admin.RunFolder;
import app.homekeep.desktop.admin.RunFolder.Who;
import app.homekeep.desktop.async.UiThread;
import app.homekeep.desktop.server.ServerState.Crashed;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerState.Starting;
import app.homekeep.desktop.server.ServerState.Stopped;
import app.homekeep.desktop.server.ServerState.Stopping;
import app.homekeep.desktop.server.ServerState.Unreachable;
import app.homekeep.model.control.RunFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The supervisor: a state machine whose steps all run on one loop. Whatever waits (a timer, an answer) belongs to the
/// state it was begun in, and is dropped once that is over. Thread-safe.
public final class ServerSupervisor implements Supervisor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSupervisor.class);

    static final Duration READY_WITHIN = Duration.ofSeconds(30);
    static final Duration LOOK_EVERY = Duration.ofMillis(200);
    static final Duration PULSE_EVERY = Duration.ofSeconds(2);
    static final Duration COUNT_EVERY = Duration.ofMillis(500);
    /// How long a server gets to end after its transfers are over, and again after it was told by the system.
    static final Duration GRACE = Duration.ofSeconds(5);
    /// How long a server that somebody else has asked to stop may take.
    static final Duration DRAIN = Duration.ofSeconds(10);

    static final int MISSES = 3;

    private final ServerHost host;
    private final Loop loop;
    private final Watchers<ServerState> watchers;

    private volatile ServerState state = new Stopped();

    // Only steps of the loop touch what follows.
    private final RestartPolicy policy = new RestartPolicy();
    private Optional<Child> child = Optional.empty();
    private boolean attached;
    private boolean startAgain;
    private int misses;
    private long phase;

    /// Supervises the server of a data folder on this machine.
    ///
    /// @param program asked at each start
    public static ServerSupervisor of(
            Path data, Supplier<ServerProgram> program, Ports ports, RunFolder run, ControlDoor door, UiThread ui) {
        return new ServerSupervisor(new LocalHost(data, program, ports, run, door), new ThreadLoop(), ui);
    }

    ServerSupervisor(ServerHost host, Loop loop, UiThread ui) {
        this.host = host;
        this.loop = loop;
        watchers = new Watchers<>(ui, this::state);
        // A server that already runs is taken over without being asked to.
        loop.post(this::lookAround);
    }

    @Override
    public ServerState state() {
        return state;
    }

    @Override
    public Runnable watch(Consumer<ServerState> onFxThread) {
        return watchers.add(onFxThread);
    }

    @Override
    public void start() {
        loop.post(() -> {
            if (state instanceof Stopping) {
                startAgain = true;
            } else if (!up()) {
                startAfresh();
            }
        });
    }

    @Override
    public void stop() {
        loop.post(() -> {
            startAgain = false;
            if (state instanceof Crashed) {
                rest();
            } else if (up()) {
                shutDown();
            }
        });
    }

    @Override
    public void restart() {
        loop.post(() -> {
            if (state instanceof Stopping) {
                startAgain = true;
            } else if (up()) {
                startAgain = true;
                shutDown();
            } else {
                startAfresh();
            }
        });
    }

    /// Stops watching. The server goes on.
    @Override
    public void close() {
        loop.close();
    }

    // ---- up

    private void startAfresh() {
        policy.forget();
        begin(true);
    }

    /// @param spawn whether to start a server when none runs, or only to attach to one
    private void begin(boolean spawn) {
        child = Optional.empty();
        attached = false;
        startAgain = false;
        enter(new Starting());
        comeUp(loop.now().plus(READY_WITHIN), spawn);
    }

    private void comeUp(Instant deadline, boolean spawn) {
        Who who = host.who();
        if (who instanceof Who.Server(RunFile info)) {
            ask(() -> host.pulse(info), pulse -> {
                switch (pulse) {
                    case Pulse.Healthy() -> run(info);
                    case Pulse.Draining(int transfers) when child.isEmpty() -> drain(info, transfers, DRAIN);
                    default -> waitOn(deadline, spawn, Optional.of(info));
                }
            });
        } else if (child.isPresent() || who instanceof Who.Somebody) {
            waitOn(deadline, spawn, Optional.empty());
        } else if (spawn) {
            launch(deadline);
        } else {
            rest();
        }
    }

    private void waitOn(Instant deadline, boolean spawn, Optional<RunFile> found) {
        if (loop.now().isBefore(deadline)) {
            after(LOOK_EVERY, () -> comeUp(deadline, spawn));
        } else if (child.isPresent()) {
            late(child.get());
        } else if (found.isPresent() && take(found.get())) {
            enter(new Unreachable(found.get()));
            pulseOn(found.get());
        } else {
            giveUp(
                    "Another Homekeep process already uses this data folder, and doesn't answer.",
                    "already_running",
                    Child.UNKNOWN_EXIT,
                    List.of());
        }
    }

    private void launch(Instant deadline) {
        try {
            hold(host.launch());
        } catch (AdminProblem e) {
            giveUp(e.sentence(), e.code(), Child.UNKNOWN_EXIT, List.of());
            return;
        }
        after(LOOK_EVERY, () -> comeUp(deadline, true));
    }

    private void late(Child slow) {
        List<String> tail = slow.logTail();
        child = Optional.empty();
        slow.destroyForcibly();
        crash(
                Child.UNKNOWN_EXIT,
                new ExitReason(
                        "The server was not ready within " + READY_WITHIN.toSeconds() + " seconds.", "start_timeout"),
                tail);
    }

    /// Takes over the process of a server that was running already.
    ///
    /// @return false when it has just gone
    private boolean take(RunFile info) {
        if (child.isPresent()) {
            return true;
        }
        Optional<Child> found = host.attach(info);
        attached = found.isPresent();
        found.ifPresent(this::hold);
        return attached;
    }

    private void hold(Child process) {
        child = Optional.of(process);
        process.onExit(status -> loop.post(() -> ended(process, status)));
    }

    // ---- running

    private void run(RunFile info) {
        if (!take(info)) {
            // It ended between two looks; the next look says who serves now.
            after(LOOK_EVERY, () -> comeUp(loop.now().plus(READY_WITHIN), false));
            return;
        }
        enter(new Running(info, attached));
        pulseOn(info);
    }

    private void pulseOn(RunFile info) {
        misses = 0;
        after(PULSE_EVERY, () -> pulse(info));
    }

    private void pulse(RunFile info) {
        ask(() -> host.pulse(info), pulse -> {
            switch (pulse) {
                case Pulse.Draining(int transfers) -> drain(info, transfers, DRAIN);
                case Pulse.Silent() -> missed(info);
                default -> {
                    if (state instanceof Unreachable) {
                        enter(new Running(info, attached));
                    }
                    pulseOn(info);
                }
            }
        });
    }

    private void missed(RunFile info) {
        misses++;
        if (misses >= MISSES && state instanceof Running) {
            enter(new Unreachable(info));
        }
        after(PULSE_EVERY, () -> pulse(info));
    }

    // ---- down

    private void shutDown() {
        Optional<RunFile> info = switch (state) {
            case Running running -> Optional.of(running.info());
            case Unreachable silent -> Optional.of(silent.info());
            default -> Optional.empty();
        };
        enter(new Stopping(0));
        if (child.isEmpty()) {
            stopped();
        } else if (info.isEmpty()) {
            end();
        } else {
            ask(
                    () -> host.askToStop(info.get()),
                    answer -> answer.ifPresentOrElse(
                            heard -> drain(info.get(), heard.transfers(), Duration.ofSeconds(heard.drainSeconds())),
                            this::end));
        }
    }

    private void drain(RunFile info, int transfers, Duration longest) {
        if (child.isEmpty() && !take(info)) {
            rest();
            return;
        }
        enter(new Stopping(transfers));
        after(longest.plus(GRACE), this::end);
        after(COUNT_EVERY, () -> count(info));
    }

    private void count(RunFile info) {
        ask(() -> host.pulse(info), pulse -> {
            if (pulse instanceof Pulse.Draining(int transfers)) {
                enter(new Stopping(transfers));
            }
            after(COUNT_EVERY, () -> count(info));
        });
    }

    private void end() {
        child.ifPresent(process -> {
            process.destroy();
            after(GRACE, process::destroyForcibly);
        });
    }

    private void stopped() {
        if (startAgain) {
            startAfresh();
        } else {
            rest();
        }
    }

    // ---- ended

    private void ended(Child process, int status) {
        if (!child.equals(Optional.of(process))) {
            return;
        }
        child = Optional.empty();
        if (state instanceof Stopping) {
            stopped();
        } else if (state instanceof Starting) {
            endedEarly(process, status);
        } else if (ExitReason.mayBeInOrder(status) && !host.leftRunFile(process.pid())) {
            // Somebody else has stopped it, by the command line or by the system's means.
            rest();
        } else {
            crash(status, ExitReason.of(status), process.logTail());
        }
    }

    private void endedEarly(Child process, int status) {
        Optional<Child.Refusal> refusal = process.refusal();
        if (refusal.isEmpty()) {
            crash(status, ExitReason.of(status), process.logTail());
        } else if (!refusal.get().code().startsWith("already_running")) {
            giveUp(refusal.get().sentence(), refusal.get().code(), status, process.logTail());
        }
        // Otherwise the looks that go on find the other server.
    }

    private void crash(int status, ExitReason reason, List<String> tail) {
        Optional<Duration> wait = policy.crashed(loop.now());
        if (wait.isEmpty()) {
            giveUp(reason.sentence(), reason.code(), status, tail);
            return;
        }
        enter(new Crashed(status, reason.sentence(), reason.code(), tail, true));
        after(wait.get(), () -> begin(true));
    }

    private void giveUp(String sentence, String code, int status, List<String> tail) {
        enter(new Crashed(status, sentence, code, tail, false));
        after(PULSE_EVERY, this::lookAround);
    }

    // ---- at rest

    private void rest() {
        enter(new Stopped());
        after(PULSE_EVERY, this::lookAround);
    }

    /// Somebody may start a server by the command line; the panel then shows it.
    private void lookAround() {
        if (host.who() instanceof Who.Server) {
            begin(false);
        } else {
            after(PULSE_EVERY, this::lookAround);
        }
    }

    // ---- the machine

    private boolean up() {
        return state instanceof Starting || state instanceof Running || state instanceof Unreachable;
    }

    private void enter(ServerState next) {
        Transitions.check(state, next);
        if (!state.getClass().equals(next.getClass())) {
            LOG.info("server: {}", next);
            phase++;
        }
        if (!state.equals(next)) {
            state = next;
            watchers.tell(next);
        }
    }

    private void after(Duration delay, Runnable step) {
        loop.after(delay, inThisPhase(step));
    }

    private <T> void ask(Supplier<T> blocking, Consumer<T> step) {
        long asked = phase;
        loop.ask(blocking, answer -> {
            if (phase == asked) {
                step.accept(answer);
            }
        });
    }

    private Runnable inThisPhase(Runnable step) {
        long begun = phase;
        return () -> {
            if (phase == begun) {
                step.run();
            }
        };
    }
}
