// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One caller's work on its way through the writer. Only the writer's thread touches it but for its ticket.
final class Job<T extends @Nullable Object> {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private final Work<T> work;
    private final Ticket<T> ticket = new Ticket<>();
    private final List<Runnable> afterCommit = new ArrayList<>(2);
    private final List<Runnable> onRollback = new ArrayList<>(2);
    private Optional<Runnable> release = Optional.empty();

    Job(Work<T> work) {
        this.work = work;
    }

    Ticket<T> ticket() {
        return ticket;
    }

    /// Does the work inside the open transaction. Its handle is closed behind it, so that nothing it left open can keep
    /// the others' commit from happening.
    void run(Jdbi jdbi) {
        try (Handle handle = jdbi.open()) {
            T result = work.run(new Hooks(handle));
            release = Optional.of(() -> ticket.complete(result));
        }
    }

    /// The work is durable.
    void committed() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("What follows a change failed; the change itself was made.", e);
            }
        }
    }

    /// Lets the caller go on.
    void release() {
        release.ifPresent(Runnable::run);
    }

    /// The work was undone: puts memory back. The caller still waits.
    void undone() {
        for (Runnable action : onRollback.reversed()) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("Putting memory back after an undone change failed.", e);
            }
        }
    }

    private final class Hooks implements Transaction {
        private final Handle handle;

        private Hooks(Handle handle) {
            this.handle = handle;
        }

        @Override
        public Handle handle() {
            return handle;
        }

        @Override
        public void afterCommit(Runnable action) {
            afterCommit.add(action);
        }

        @Override
        public void onRollback(Runnable action) {
            onRollback.add(action);
        }
    }
}
