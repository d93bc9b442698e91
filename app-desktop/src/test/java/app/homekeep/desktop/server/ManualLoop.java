// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A loop whose time passes when the test says so. What is asked is answered at once, or when released.
final class ManualLoop implements Loop {
    private record Step(Instant at, long order, Runnable work) {}

    private final PriorityQueue<Step> steps =
            new PriorityQueue<>(Comparator.comparing(Step::at).thenComparingLong(Step::order));
    private Instant now = Instant.EPOCH;
    private long order;
    private boolean holding;
    private Runnable held = () -> {};

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void post(Runnable step) {
        after(Duration.ZERO, step);
    }

    @Override
    public void after(Duration delay, Runnable step) {
        steps.add(new Step(now.plus(delay), order++, step));
    }

    @Override
    public <T> void ask(Supplier<T> blocking, Consumer<T> step) {
        if (holding) {
            Runnable before = held;
            held = () -> {
                before.run();
                T answer = blocking.get();
                post(() -> step.accept(answer));
            };
        } else {
            T answer = blocking.get();
            post(() -> step.accept(answer));
        }
    }

    @Override
    public void close() {
        steps.clear();
    }

    /// Lets what is asked from now on wait, as behind a slow connection.
    void holdAnswers() {
        holding = true;
    }

    void releaseAnswers() {
        holding = false;
        Runnable all = held;
        held = () -> {};
        all.run();
    }

    /// Does what is due now.
    void settle() {
        pass(Duration.ZERO);
    }

    void pass(Duration time) {
        Instant end = now.plus(time);
        while (!steps.isEmpty() && !steps.peek().at().isAfter(end)) {
            Step next = steps.remove();
            now = next.at();
            next.work().run();
        }
        now = end;
    }
}
