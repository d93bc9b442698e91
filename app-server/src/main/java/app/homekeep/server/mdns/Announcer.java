// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.mdns;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces the server's name to the home networks, and listens whether it can be heard there. Everything slow happens
/// on a thread of its own. Thread-safe.
///
/// ```
/// nothing ──want──▶ begun ──some seconds──▶ heard, or not: listened for again
///    ▲                │                        │
///    └──want nothing, another name, close──────┘
/// ```
public final class Announcer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    /// A start is not held up, and a network that flaps is not told each time.
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Duration LISTEN = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofMinutes(1);
    /// Nobody may have the name before it is ours, which takes some seconds.
    private static final int TRIES = 8;
    private static final int FEW_TRIES = 3;
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Optional<String> machine;
    private final Runnable changed;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("mdns").daemon().factory());
    private volatile Announcement wanted = Announcement.NOTHING;
    private volatile Optional<String> heard = Optional.empty();
    /// These three on the thread only.
    private Announcement now = Announcement.NOTHING;
    private List<Broadcast> broadcasts = List.of();
    /// When it listens again: once for what is announced now, however often that changed.
    private Optional<Future<?>> listening = Optional.empty();

    /// @param machine this computer's own name with `.local`, which the system may announce
    /// @param changed called when [#heard()] is another one; must not block
    public Announcer(Optional<String> machine, Runnable changed) {
        this.machine = machine;
        this.changed = changed;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    /// Announces that from a moment on. Returns at once; asking for the same again costs nothing.
    public void want(Announcement announcement) {
        if (announcement.equals(wanted)) {
            return;
        }
        wanted = announcement;
        var _ = run(this::turn, SETTLE);
    }

    /// The name that was heard last: the server's own, else this computer's.
    public Optional<String> heard() {
        return heard;
    }

    private void turn() {
        Announcement next = wanted;
        if (next.equals(now)) {
            return;
        }
        listening.ifPresent(each -> each.cancel(false));
        listening = Optional.empty();
        withdraw();
        now = next;
        List<Broadcast> begun = new ArrayList<>();
        if (next.own()) {
            next.addresses().forEach(address -> begin(address, next).ifPresent(begun::add));
        }
        broadcasts = List.copyOf(begun);
        hear(Optional.empty());
        if (!next.addresses().isEmpty()) {
            listen(next, TRIES);
        }
    }

    private static Optional<Broadcast> begin(InetAddress address, Announcement what) {
        try {
            return Optional.of(Broadcast.begin(address, what));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The name can't be announced at {}: {}", address.getHostAddress(), e.toString());
            return Optional.empty();
        }
    }

    private void listen(Announcement what, int tries) {
        if (!what.equals(now) || thread.isShutdown()) {
            return;
        }
        Optional<String> own = what.own() ? Optional.of(what.label() + ".local") : Optional.empty();
        Optional<String> found = Stream.concat(own.stream(), machine.stream())
                .filter(name -> what.addresses().stream().anyMatch(at -> NameQuery.hears(name, at, LISTEN)))
                .findFirst();
        // A packet may get lost, and the first tries come too early.
        boolean sure = (found.isPresent() && (own.isEmpty() || found.equals(own))) || tries <= 1;
        if (sure) {
            hear(found);
        }
        listening = run(() -> listen(what, sure ? FEW_TRIES : tries - 1), sure ? LATER : SOON);
    }

    private void hear(Optional<String> found) {
        if (!found.equals(heard)) {
            heard = found;
            LOG.info("The name on the home network: {}", found.orElse("none is heard"));
            changed.run();
        }
    }

    private void withdraw() {
        List<Thread> farewells = broadcasts.stream()
                .map(each -> Thread.ofVirtual().start(each::close))
                .toList();
        broadcasts = List.of();
        long until = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Thread farewell : farewells) {
                farewell.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Future<?>> run(Runnable work, Duration after) {
        try {
            return Optional.of(thread.schedule(() -> safely(work), after.toMillis(), TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException _) {
            // The server is going down.
            return Optional.empty();
        }
    }

    /// Done when what was wanted by now is announced.
    Future<?> settled() {
        return run(() -> {}, SETTLE).orElseThrow();
    }

    /// How many things are still to be done at a later time.
    int due() {
        return thread.getQueue().size();
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The name on the home network could not be seen to", e);
        }
    }

    /// Withdraws the name, in a few seconds at most. Where nothing is announced, at once.
    @Override
    public void close() {
        wanted = Announcement.NOTHING;
        try {
            thread.execute(() -> safely(this::withdraw));
            thread.shutdown();
            if (!thread.awaitTermination(FAREWELL.plus(LISTEN).toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (RejectedExecutionException _) {
            // The second time.
        } catch (InterruptedException _) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
