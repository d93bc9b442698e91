// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.time.Duration;
import java.util.Optional;

/// What a key is for. No two purposes share a key.
public enum Purpose {
    JWT(Duration.ofHours(1)),
    TOTP,
    RECOVERY_CODE,
    AUDIT_CHECKPOINT,
    DEVICE_COOKIE(Duration.ofDays(400)),
    CURSOR(Duration.ofHours(1)),
    TLS;

    private final Optional<Duration> overlap;

    Purpose() {
        this.overlap = Optional.empty();
    }

    Purpose(Duration overlap) {
        this.overlap = Optional.of(overlap);
    }

    /// How long a key is still found after the next took over: as long as what it signed may live. Empty where what it
    /// made stays until it is made anew.
    Optional<Duration> overlap() {
        return overlap;
    }
}
