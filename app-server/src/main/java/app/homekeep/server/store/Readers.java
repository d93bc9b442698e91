// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A few threads, each with a connection that can't write. Thread-safe.
final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final Task<?> END = new Task<@Nullable Object>(handle -> null, new Ticket<>());

    private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Problems problems;
    private volatile boolean closing;

    Readers(List<Connection> connections, Problems problems) {
        this.problems = problems;
        for (Connection connection : connections) {
            threads.add(Thread.ofPlatform()
                    .name("db-reader-" + (threads.size() + 1))
                    .start(() -> loop(connection)));
        }
    }

    /// Runs the query on a thread of its own, on one unchanging view of the data.
    <T extends @Nullable Object> T submit(Function<Handle, T> query) {
        if (threads.contains(Thread.currentThread())) {
            throw new IllegalStateException("A reader can't wait for another: no read inside a read.");
        }
        problems.requireService(closing);
        var task = new Task<>(query, new Ticket<>());
        queue.add(task);
        if (closing && queue.remove(task)) {
            throw Problems.stopping();
        }
        return task.ticket().await();
    }

    private void loop(Connection connection) {
        try (connection;
                var begin = connection.prepareStatement("BEGIN");
                var end = connection.prepareStatement("ROLLBACK")) {
            var jdbi = LentConnection.jdbi(connection);
            for (Task<?> task = next(); !task.equals(END); task = next()) {
                run(task, jdbi, begin);
                end(end);
            }
        } catch (SQLException e) {
            LOG.error("A reader of the database ended.", e);
        }
    }

    private void run(Task<?> task, Jdbi jdbi, PreparedStatement begin) {
        try {
            begin.executeUpdate();
            task.run(jdbi);
        } catch (Throwable thrown) {
            task.ticket().fail(problems.translated(thrown));
        }
    }

    private static void end(PreparedStatement end) {
        try {
            end.executeUpdate();
        } catch (SQLException e) {
            // SQLite has ended it before, with the failure that the caller was told.
            LOG.debug("A read was ended before.", e);
        }
    }

    private Task<?> next() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Nobody ends this thread but close(), and that without an interrupt.
            }
        }
    }

    /// Finishes what has been taken on; what comes later is refused.
    @Override
    public void close() {
        closing = true;
        threads.forEach(thread -> queue.add(END));
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private record Task<T extends @Nullable Object>(Function<Handle, T> query, Ticket<T> ticket) {
        void run(Jdbi jdbi) {
            try (Handle handle = jdbi.open()) {
                ticket.complete(query.apply(handle));
            }
        }
    }
}
