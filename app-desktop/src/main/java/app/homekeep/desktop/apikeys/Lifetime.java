// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How long a key is good for.
enum Lifetime {
    MONTH(30),
    QUARTER(90),
    YEAR(365),
    EVER(0);

    private final int days;

    Lifetime(int days) {
        this.days = days;
    }

    /// Empty for one that doesn't end by itself.
    Optional<Duration> length() {
        return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    /// The key of its words.
    String key() {
        return "api_keys.lifetime." + name().toLowerCase(Locale.ROOT);
    }
}
