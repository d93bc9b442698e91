// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.session.Sessions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done beside the serving: once a day, sessions that ended long ago are forgotten.
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int DAY = 24 * 60;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    private Upkeep() {}

    static Upkeep start(Sessions sessions) {
        var upkeep = new Upkeep();
        var _ = upkeep.thread.scheduleWithFixedDelay(() -> forget(sessions), 1, DAY, TimeUnit.MINUTES);
        return upkeep;
    }

    private static void forget(Sessions sessions) {
        try {
            int forgotten = sessions.forgetOld();
            LOG.debug("{} old sessions were forgotten", forgotten);
        } catch (RuntimeException e) {
            LOG.warn("Old sessions could not be forgotten; tomorrow is another day", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
