// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.server.store.Remembered;
import java.util.Optional;
import java.util.function.Supplier;

/// The sessions that memory knows, so that a request's check costs a map read. Thread-safe.
final class LiveSessions {
    /// What memory knows of a session id.
    sealed interface Known {
        record Live(LiveSession session) implements Known {}

        record Ended(EndReason reason) implements Known {}
    }

    private static final int REMEMBERED = 10_000;

    private final Remembered<Known> known = new Remembered<>(REMEMBERED);

    Optional<Known> get(String id) {
        return known.get(id);
    }

    /// @param read looks into the database; empty for a session it never had
    Optional<Known> fill(String id, Supplier<Optional<Known>> read) {
        return known.fill(id, read);
    }

    /// Called by the commit hook of the transaction that ended it.
    void ended(String id, EndReason reason) {
        known.changed(id, new Known.Ended(reason));
    }

    /// Called by the commit hook of the transaction in which its holder showed who they are.
    void steppedUp(String id) {
        known.changed(id);
    }
}
