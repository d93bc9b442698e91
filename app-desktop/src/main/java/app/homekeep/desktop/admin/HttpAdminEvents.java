// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Routes;
import app.homekeep.model.control.RunFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Events over the control door. One stream is open while anybody watches; it comes back after the server did.
/// Thread-safe.
public final class HttpAdminEvents implements AdminEvents {
    private static final Logger LOG = LoggerFactory.getLogger(HttpAdminEvents.class);
    private static final List<String> CHANGES = List.of(
            SESSIONS_CHANGED,
            USERS_CHANGED,
            ROLES_CHANGED,
            REQUESTS_CHANGED,
            APPROVALS_CHANGED,
            BLOCKS_CHANGED,
            API_KEYS_CHANGED,
            SPACES_CHANGED,
            NETWORK_CHANGED,
            PAIRINGS_CHANGED,
            LOCKDOWN_CHANGED,
            AUDIT_APPENDED,
            TRANSFERS_CHANGED);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final RunFolder run;
    private final ControlDoor door;
    private final Executor ui;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private @Nullable Thread reader;

    /// @param ui runs what it is given on the FX thread, later
    public HttpAdminEvents(RunFolder run, ControlDoor door, Executor ui) {
        this.run = run;
        this.door = door;
        this.ui = ui;
    }

    @Override
    public synchronized Runnable watch(Consumer<String> onFxThread) {
        var watcher = new Watcher(ui, onFxThread);
        watchers.add(watcher);
        if (reader == null) {
            reader = Thread.ofVirtual().name("admin-events").start(this::readForever);
        }
        return () -> unwatch(watcher);
    }

    private synchronized void unwatch(Watcher watcher) {
        watcher.close();
        watchers.remove(watcher);
        Thread last = reader;
        if (watchers.isEmpty() && last != null) {
            reader = null;
            last.interrupt();
        }
    }

    private void readForever() {
        Duration pause = FIRST_PAUSE;
        while (wanted()) {
            if (readOnce()) {
                pause = FIRST_PAUSE;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            Duration next = pause.multipliedBy(2);
            pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        }
    }

    private synchronized boolean wanted() {
        return Thread.currentThread().equals(reader);
    }

    /// Reads until the stream ends.
    ///
    /// @return whether there was one
    private boolean readOnce() {
        boolean connected = false;
        try {
            Optional<RunFile> server = run.read();
            if (server.isEmpty()) {
                return false;
            }
            try (InputStream body = door.stream(server.get(), Routes.CONTROL_EVENTS, "text/event-stream")) {
                connected = true;
                // What happened before the stream was open has been missed.
                CHANGES.forEach(this::tell);
                ServerSentEvents.read(body, this::tell);
            }
        } catch (IOException | AdminProblem e) {
            LOG.debug("event stream ended: {}", e.getMessage());
        }
        return connected;
    }

    private void tell(String name) {
        watchers.forEach(watcher -> watcher.offer(name));
    }

    /// One who watches: the names that wait for the FX thread, each once.
    private static final class Watcher {
        private final Executor ui;
        private final Consumer<String> onUi;
        private final Set<String> waiting = new LinkedHashSet<>();
        private boolean closed;

        private Watcher(Executor ui, Consumer<String> onUi) {
            this.ui = ui;
            this.onUi = onUi;
        }

        private void offer(String name) {
            boolean first;
            synchronized (this) {
                first = !closed && waiting.isEmpty();
                waiting.add(name);
            }
            if (first) {
                ui.execute(this::deliver);
            }
        }

        private void deliver() {
            List<String> names;
            synchronized (this) {
                names = List.copyOf(waiting);
                waiting.clear();
            }
            names.stream().takeWhile(name -> open()).forEach(onUi);
        }

        private synchronized boolean open() {
            return !closed;
        }

        private synchronized void close() {
            closed = true;
        }
    }
}
