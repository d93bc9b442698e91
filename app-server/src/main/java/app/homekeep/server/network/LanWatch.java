// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the LAN door looked after again and again, and soon when somebody says so. Thread-safe.
public final class LanWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LanWatch.class);
    private static final Duration OFTEN = Duration.ofSeconds(10);
    private static final Duration SELDOM = Duration.ofSeconds(30);
    /// After so many looks at which nothing had changed, the next ones are seldom.
    private static final int QUIET = 60;

    private final LanKeeper keeper;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("network").daemon().factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private LanState last;
    private int quiet;

    private LanWatch(LanKeeper keeper) {
        this.keeper = keeper;
        this.last = keeper.state();
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// @param soon whether the first look is to be now, since the start could not wait for one
    public static LanWatch start(LanKeeper keeper, boolean soon) {
        var watch = new LanWatch(keeper);
        watch.next(soon ? Duration.ZERO : OFTEN);
        return watch;
    }

    /// Has it looked after now; returns at once.
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::look);
            } catch (RejectedExecutionException _) {
                // The server is going down.
                asked.set(false);
            }
        }
    }

    private void next(Duration after) {
        try {
            var _ = thread.schedule(this::turn, after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // The server is going down.
        }
    }

    private void turn() {
        look();
        quiet = keeper.state().equals(last) ? quiet + 1 : 0;
        last = keeper.state();
        next(quiet > QUIET ? SELDOM : OFTEN);
    }

    private void look() {
        asked.set(false);
        try {
            keeper.evaluate();
        } catch (RuntimeException e) {
            LOG.warn("The networks could not be looked at; it is tried again", e);
        }
    }

    /// On return no look is under way, and none will be.
    @Override
    public void close() {
        thread.shutdown();
        keeper.close();
    }
}
