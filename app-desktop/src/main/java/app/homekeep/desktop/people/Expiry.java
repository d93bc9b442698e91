// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import java.time.Duration;
import java.util.Locale;

/// How long an invite is good for.
enum Expiry {
    DAY(1),
    WEEK(7),
    MONTH(30);

    private final int days;

    Expiry(int days) {
        this.days = days;
    }

    Duration length() {
        return Duration.ofDays(days);
    }

    /// The key of its words.
    String key() {
        return "invite.expiry." + name().toLowerCase(Locale.ROOT);
    }
}
