// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.event;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells whoever watches what has happened. Thread-safe; publishing calls the watchers on the publisher's thread, so
/// they must not block.
public final class EventHub {
    /// Something that has happened.
    public sealed interface Event {
        /// A session began, changed or ended.
        record SessionsChanged() implements Event {}

        /// An account was made or changed.
        record UsersChanged() implements Event {}

        /// A role was made, changed or deleted.
        record RolesChanged() implements Event {}

        /// An invite, a registration or a request for a new password was made or settled.
        record RequestsChanged() implements Event {}

        /// A new device asks to come in, or was answered.
        record ApprovalsChanged() implements Event {}

        /// Somebody is kept waiting or out, or no more.
        record BlocksChanged() implements Event {}

        /// An API key was made, revoked or used.
        record ApiKeysChanged() implements Event {}

        /// A shared space was made, changed or removed, or its members were.
        ///
        /// @param accounts the ids of those who use it, or did before
        record SpacesChanged(Set<String> accounts) implements Event {
            public SpacesChanged {
                accounts = Set.copyOf(accounts);
            }
        }

        /// This computer is on other networks or has other addresses now, the LAN door opened or closed, or shows
        /// another certificate.
        record NetworkChanged() implements Event {}

        /// A device that is being paired has come a step further.
        record PairingsChanged() implements Event {}

        /// The house was locked down, or is no more.
        record LockdownChanged() implements Event {}

        /// A transfer began or ended.
        record TransfersChanged() implements Event {}

        /// The audit log grew.
        ///
        /// @param seq of the newest row
        record AuditAppended(long seq) implements Event {}

        /// What lies in a folder has changed.
        ///
        /// @param path of the folder, `/` for the space's root
        record FilesChanged(String space, String path) implements Event {}

        /// The server is going down.
        record Stopping() implements Event {}
    }

    private final List<Consumer<Event>> watchers = new CopyOnWriteArrayList<>();

    /// @return ends the watching
    public Runnable watch(Consumer<Event> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    public void publish(Event event) {
        watchers.forEach(watcher -> watcher.accept(event));
    }
}
