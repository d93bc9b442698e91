// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The one thread that writes: it takes what has gathered while the last commit went to the disk, and commits it
/// together. [#submit] is for any thread; the rest happens on the writer's own.
final class Writer implements AutoCloseable {
    private static final int LARGEST_GROUP = 512;
    private static final Duration TICK = Duration.ofMinutes(1);

    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
    private final Connection connection;
    private final Problems problems;
    private final GroupCommit group;
    private final Runnable upkeep;
    private final Thread thread;
    private volatile boolean closing;

    /// @param upkeep runs about once a minute, on the writer's thread, between commits
    Writer(Connection connection, Problems problems, Runnable upkeep) throws SQLException {
        this.connection = connection;
        this.problems = problems;
        this.upkeep = upkeep;
        group = new GroupCommit(connection, problems);
        thread = Thread.ofPlatform().name("db-writer").unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    <T extends @Nullable Object> T submit(Work<T> work) {
        if (Thread.currentThread().equals(thread)) {
            throw new IllegalStateException("The writer can't wait for itself: no write inside a write.");
        }
        problems.requireService(closing);
        var job = new Job<>(work);
        queue.add(job);
        // Whoever came while it closed takes the job back, unless the thread has got it.
        if (closing && queue.remove(job)) {
            throw Problems.stopping();
        }
        return job.ticket().await();
    }

    int waiting() {
        return queue.size();
    }

    private void loop() {
        var jobs = new ArrayList<Job<?>>(LARGEST_GROUP);
        long lastUpkeep = System.nanoTime();
        while (!closing || !queue.isEmpty()) {
            take(jobs);
            group.run(jobs);
            jobs.clear();
            if (System.nanoTime() - lastUpkeep >= TICK.toNanos()) {
                lastUpkeep = System.nanoTime();
                upkeep.run();
            }
        }
    }

    private void take(List<Job<?>> jobs) {
        try {
            Job<?> first = queue.poll(TICK.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                jobs.add(first);
                queue.drainTo(jobs, LARGEST_GROUP - 1);
            }
        } catch (InterruptedException e) {
            // Nobody ends this thread but close(), and that without an interrupt.
        }
    }

    /// Finishes what has been taken on; what comes later is refused.
    @Override
    public void close() throws SQLException {
        closing = true;
        // Wakes the thread. Not by an interrupt, which would close the file channels of whatever runs on it.
        queue.add(new Job<@Nullable Object>(tx -> null));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        group.close();
        connection.close();
    }
}
