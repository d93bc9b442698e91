// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import java.time.Duration;

/// A time to wait, in words.
final class Patience {
    private Patience() {}

    /// Rounded up, such as `8 seconds` or `43 minutes`.
    static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 120 ? count(seconds, "second") : count((seconds + 59) / 60, "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
