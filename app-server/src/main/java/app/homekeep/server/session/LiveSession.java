// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.model.Permission;
import app.homekeep.model.account.User;
import java.time.Instant;
import java.util.Set;

/// A session as memory has it: what a request must know, and where it was last seen. Thread-safe.
final class LiveSession {
    private final String id;
    private final User user;
    private final Set<Permission> permissions;
    private final Instant expiresAt;
    private volatile Instant lastSeenAt;
    private volatile String address;

    LiveSession(Session session, User user) {
        this.id = session.id();
        this.user = user;
        this.permissions = user.role().permissions();
        this.expiresAt = session.expiresAt();
        this.lastSeenAt = session.lastSeenAt();
        this.address = session.address();
    }

    void seen(Instant now, String from) {
        lastSeenAt = now;
        address = from;
    }

    String id() {
        return id;
    }

    User user() {
        return user;
    }

    Set<Permission> permissions() {
        return permissions;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }

    String address() {
        return address;
    }
}
