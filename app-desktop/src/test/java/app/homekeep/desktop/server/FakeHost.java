// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.RunFolder.Who;
import app.homekeep.model.control.RunFile;
import app.homekeep.model.control.StopAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A machine on which nothing happens but what the test says.
final class FakeHost implements ServerHost {
    final List<FakeChild> launched = new ArrayList<>();
    final List<FakeChild> found = new ArrayList<>();
    Who who = new Who.Nobody();
    Pulse pulse = new Pulse.Healthy();
    Optional<StopAnswer> stopAnswer = Optional.of(new StopAnswer(0, 10));
    Optional<AdminProblem> launchProblem = Optional.empty();
    boolean runFileLeft;
    int stopsAsked;
    private long lastPid = 100;

    static RunFile info(long pid) {
        return new RunFile(
                pid,
                "0.1.0",
                Instant.EPOCH,
                new RunFile.Control("http://127.0.0.1:4000", "token"),
                "http://localhost:8080",
                null,
                null);
    }

    /// The newest child has opened its doors.
    void ready() {
        who = new Who.Server(info(child().pid()));
    }

    FakeChild child() {
        return launched.getLast();
    }

    /// The newest child ends, and the lock is free again.
    void childEnds(int status) {
        who = new Who.Nobody();
        child().end(status);
    }

    @Override
    public Who who() {
        return who;
    }

    @Override
    public Child launch() {
        if (launchProblem.isPresent()) {
            throw launchProblem.get();
        }
        var child = new FakeChild(++lastPid);
        launched.add(child);
        who = new Who.Somebody();
        return child;
    }

    @Override
    public Optional<Child> attach(RunFile info) {
        var child = new FakeChild(info.pid());
        found.add(child);
        return Optional.of(child);
    }

    @Override
    public boolean leftRunFile(long pid) {
        return runFileLeft;
    }

    @Override
    public Pulse pulse(RunFile info) {
        return pulse;
    }

    @Override
    public Optional<StopAnswer> askToStop(RunFile info) {
        stopsAsked++;
        return stopAnswer;
    }

    static final class FakeChild implements Child {
        private final long pid;
        private final List<IntConsumer> watchers = new ArrayList<>();
        Optional<Refusal> refusal = Optional.empty();
        boolean destroyed;
        boolean destroyedForcibly;

        FakeChild(long pid) {
            this.pid = pid;
        }

        void end(int status) {
            watchers.forEach(watcher -> watcher.accept(status));
        }

        @Override
        public long pid() {
            return pid;
        }

        @Override
        public void onExit(IntConsumer status) {
            watchers.add(status);
        }

        @Override
        public void destroy() {
            destroyed = true;
        }

        @Override
        public void destroyForcibly() {
            destroyedForcibly = true;
        }

        @Override
        public List<String> logTail() {
            return List.of("last words of " + pid);
        }

        @Override
        public Optional<Refusal> refusal() {
            return refusal;
        }
    }
}
