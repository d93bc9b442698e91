// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One daemon thread for the steps, a virtual one for each thing that blocks. Thread-safe.
final class ThreadLoop implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadLoop.class);

    private final long begun = System.nanoTime();
    private final ScheduledThreadPoolExecutor thread;

    ThreadLoop() {
        thread = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform().daemon().name("supervisor").factory(),
                // After close, late answers have nobody left to tell.
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /// Not the time of day: that jumps when the computer wakes up or asks a time server.
    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(System.nanoTime() - begun);
    }

    @Override
    public void post(Runnable step) {
        thread.execute(() -> run(step));
    }

    @Override
    public void after(Duration delay, Runnable step) {
        var _ = thread.schedule(() -> run(step), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public <T> void ask(Supplier<T> blocking, Consumer<T> step) {
        Thread.ofVirtual().name("supervisor-asks").start(() -> {
            T answer = blocking.get();
            post(() -> step.accept(answer));
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("a step of the supervisor failed", e);
        }
    }
}
