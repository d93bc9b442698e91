// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.event.EventHub;
import app.homekeep.server.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies the log into a plain text file, a line a row, for people and for other logs. It follows the database on a
/// thread of its own: a slow disk at the other end holds up nobody, and what a crash has kept from it is written at the
/// next start. The file is a copy only; nothing is ever read from it as the truth.
public final class AuditMirror implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditMirror.class);
    private static final int PAGE = 500;

    private final Database database;
    private final Supplier<Optional<Path>> place;
    private final Semaphore news = new Semaphore(1);
    private final Runnable endWatching;
    private final Thread thread;
    private volatile boolean closing;

    /// Where the copy is, and up to which row it goes. Only on the mirror's thread.
    private @Nullable MirrorFile file;

    private AuditMirror(Database database, EventHub events, Supplier<Optional<Path>> place) {
        this.database = database;
        this.place = place;
        endWatching = events.watch(event -> {
            if (event instanceof EventHub.Event.AuditAppended) {
                news.release();
            }
        });
        thread = Thread.ofPlatform().name("audit-mirror").daemon().unstarted(this::loop);
    }

    /// Begins to copy: first what is missing, then what comes.
    ///
    /// @param place where to, asked each time; empty for nowhere
    public static AuditMirror start(Database database, EventHub events, Supplier<Optional<Path>> place) {
        var mirror = new AuditMirror(database, events, place);
        mirror.thread.start();
        return mirror;
    }

    /// Looks again where the file shall be.
    public void placeChanged() {
        news.release();
    }

    private void loop() {
        boolean last = false;
        while (!last) {
            news.acquireUninterruptibly();
            news.drainPermits();
            last = closing;
            try {
                copy();
            } catch (IOException | RuntimeException e) {
                LOG.warn("The audit log could not be copied to its text file; it is tried again with the next row.", e);
                file = null;
            }
        }
    }

    private void copy() throws IOException {
        Optional<Path> target = place.get();
        if (target.isEmpty()) {
            file = null;
            return;
        }
        MirrorFile open = file;
        if (open == null || !open.isAt(target.get())) {
            open = MirrorFile.open(target.get(), database);
            file = open;
        }
        List<AuditRow> rows;
        do {
            long copied = open.copied();
            rows = database.read(handle -> AuditStore.after(handle, copied, PAGE));
            open.append(rows);
        } while (rows.size() == PAGE);
    }

    /// Copies what there is and ends.
    @Override
    public void close() {
        endWatching.run();
        closing = true;
        news.release();
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
    }
}
