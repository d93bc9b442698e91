// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.time.Instant;

/// A session as memory has it: what a request must know, and where it was last seen. Thread-safe.
final class LiveSession {
    private final Session session;
    private volatile Instant lastSeenAt;
    private volatile String address;

    LiveSession(Session session) {
        this.session = session;
        this.lastSeenAt = session.lastSeenAt();
        this.address = session.address();
    }

    void seen(Instant now, String from) {
        lastSeenAt = now;
        address = from;
    }

    String id() {
        return session.id();
    }

    String accountId() {
        return session.accountId();
    }

    StepUpMark stepUp() {
        return session.stepUp();
    }

    Instant expiresAt() {
        return session.expiresAt();
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }

    String address() {
        return address;
    }
}
