// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.time.Instant;

/// How long a certificate is still good: amber under 30 days, red under 7.
public final class DaysLeft {
    private static final int SOON = 30;
    private static final int VERY_SOON = 7;

    private DaysLeft() {}

    /// @param days whole days; below 0 when it is over
    public static Badge badge(Text text, Formats formats, long days, Instant expiresAt) {
        var badge = new Badge(days < 0 ? text.get("certificate.over") : text.get("certificate.days", days), tone(days));
        Labels.explained(badge, formats.utc(expiresAt));
        return badge;
    }

    static Badge.Tone tone(long days) {
        if (days < VERY_SOON) {
            return Badge.Tone.BAD;
        }
        return days < SOON ? Badge.Tone.WARN : Badge.Tone.GOOD;
    }
}
