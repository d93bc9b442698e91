// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done beside the serving, each minute or each day. A chore that fails is logged and done again at its next
/// time; the others go on.
final class Upkeep implements AutoCloseable {
    /// @param name says in the log what could not be done
    record Chore(String name, Runnable work) {}

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int DAY = 24 * 60;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    private final List<Chore> eachMinute;

    private Upkeep(List<Chore> eachMinute) {
        this.eachMinute = eachMinute;
    }

    static Upkeep start(List<Chore> eachMinute, List<Chore> eachDay) {
        var upkeep = new Upkeep(List.copyOf(eachMinute));
        eachMinute.forEach(chore -> upkeep.schedule(chore, 1));
        eachDay.forEach(chore -> upkeep.schedule(chore, DAY));
        return upkeep;
    }

    private void schedule(Chore chore, int minutes) {
        var _ = thread.scheduleWithFixedDelay(() -> run(chore), 1, minutes, TimeUnit.MINUTES);
    }

    private static void run(Chore chore) {
        try {
            chore.work().run();
        } catch (RuntimeException e) {
            LOG.warn("Could not {}; it will be tried again", chore.name(), e);
        }
    }

    /// Does what is done each minute a last time.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
        eachMinute.forEach(Upkeep::run);
    }
}
