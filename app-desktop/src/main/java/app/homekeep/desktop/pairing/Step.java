// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.pairing;

import app.homekeep.model.pairing.Pairing;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happens on the way in, in its usual order. Not every device takes every step: one that is content with its
/// browser's warning fetches nothing.
enum Step {
    PAGE,
    CERTIFICATE,
    ADDRESS,
    NAME,
    TRUST;

    /// Whether it has happened.
    boolean done(Pairing pairing) {
        return switch (this) {
            case PAGE -> happened(pairing.arrivedAt());
            case CERTIFICATE -> happened(pairing.downloadedAt());
            case ADDRESS -> happened(pairing.byAddressAt());
            case NAME -> happened(pairing.byNameAt());
            case TRUST -> Trust.of(pairing) != Trust.UNKNOWN;
        };
    }

    /// The key of its words.
    String key() {
        return "pairing.step." + name().toLowerCase(Locale.ROOT);
    }

    private static boolean happened(@Nullable Instant at) {
        return Optional.ofNullable(at).isPresent();
    }
}
