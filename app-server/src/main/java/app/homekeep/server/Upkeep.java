// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.session.Sessions;
import app.homekeep.server.upload.Leftovers;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is done beside the serving: after the start the rests of broken uploads are cleared away, and once a day
/// sessions that ended long ago are forgotten.
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    private Upkeep() {}

    static Upkeep start(Leftovers leftovers, Sessions sessions) {
        var upkeep = new Upkeep();
        upkeep.thread.execute(() -> sweep(leftovers));
        upkeep.thread.scheduleWithFixedDelay(() -> forget(sessions), 1, 24 * 60, TimeUnit.MINUTES);
        return upkeep;
    }

    private static void sweep(Leftovers leftovers) {
        try {
            leftovers.sweep();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The rests of broken uploads could not be cleared away; the next start tries again", e);
        }
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
        thread.close();
    }
}
