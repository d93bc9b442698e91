// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done beside the serving, each chore again and again after its time: forgetting what is old, saving what
/// memory has counted.
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    /// Something to do.
    ///
    /// @param what  for the log, such as `sessions`
    /// @param first how long after the start
    /// @param every how long after each time
    /// @param saves whether it is done once more at the stop
    record Chore(String what, Duration first, Duration every, boolean saves, Runnable work) {
        /// Soon after the start, when the server has settled, and once a day.
        static Chore daily(String what, Runnable work) {
            return new Chore(what, SOON, DAY, false, work);
        }

        /// Again and again.
        static Chore every(Duration time, String what, Runnable work) {
            return new Chore(what, time, time, false, work);
        }

        /// Saves what memory has counted, again and again and at the stop.
        static Chore saving(Duration every, String what, Runnable work) {
            return new Chore(what, every, every, true, work);
        }
    }

    private final List<Chore> chores;

    private Upkeep(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    static Upkeep start(List<Chore> chores) {
        var upkeep = new Upkeep(chores);
        for (Chore chore : upkeep.chores) {
            var _ = upkeep.thread.scheduleWithFixedDelay(
                    () -> doing(chore), chore.first().toMillis(), chore.every().toMillis(), TimeUnit.MILLISECONDS);
        }
        return upkeep;
    }

    private static void doing(Chore chore) {
        try {
            chore.work().run();
        } catch (RuntimeException e) {
            LOG.warn("The upkeep of {} failed; it is tried again", chore.what(), e);
        }
    }

    /// Saves a last time what memory has counted.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
        chores.stream().filter(Chore::saves).forEach(Upkeep::doing);
    }
}
