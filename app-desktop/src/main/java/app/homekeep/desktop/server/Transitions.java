// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.server.ServerState.Crashed;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerState.Starting;
import app.homekeep.desktop.server.ServerState.Stopped;
import app.homekeep.desktop.server.ServerState.Stopping;
import app.homekeep.desktop.server.ServerState.Unreachable;
import java.util.Map;
import java.util.Set;

/// Which state may follow which. See the diagram of [ServerState].
final class Transitions {
    private static final Map<Class<? extends ServerState>, Set<Class<? extends ServerState>>> AFTER = Map.of(
            Stopped.class, Set.of(Starting.class),
            // To Stopped: the server that was to be attached to has gone.
            Starting.class, Set.of(Running.class, Unreachable.class, Crashed.class, Stopping.class, Stopped.class),
            // To Stopped: somebody else has stopped it.
            Running.class, Set.of(Unreachable.class, Crashed.class, Stopping.class, Stopped.class),
            Unreachable.class, Set.of(Running.class, Crashed.class, Stopping.class, Stopped.class),
            // To Starting: a restart.
            Stopping.class, Set.of(Stopping.class, Stopped.class, Starting.class),
            Crashed.class, Set.of(Starting.class, Stopped.class));

    private Transitions() {}

    static void check(ServerState from, ServerState to) {
        if (!AFTER.getOrDefault(from.getClass(), Set.of()).contains(to.getClass())) {
            throw new IllegalStateException("from " + from.getClass().getSimpleName() + " to "
                    + to.getClass().getSimpleName());
        }
    }
}
