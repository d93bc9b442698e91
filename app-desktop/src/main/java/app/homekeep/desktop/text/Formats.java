// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.text;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Times, spans and sizes as a person writes them. Times are in the zone of the clock.
public final class Formats {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private final Text text;
    private final Clock clock;

    public Formats(Text text, Clock clock) {
        this.text = text;
        this.clock = clock;
    }

    /// The time of day for today, day and time for everything else.
    public String moment(Instant at) {
        ZonedDateTime local = at.atZone(clock.getZone());
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
        if (local.toLocalDate().equals(LocalDate.now(clock))) {
            return time.withLocale(text.locale()).format(local);
        }
        boolean thisYear = local.getYear() == LocalDate.now(clock).getYear();
        return DateTimeFormatter.ofLocalizedPattern(thisYear ? "MMMdjm" : "yMMMd")
                .withLocale(text.locale())
                .format(local);
    }

    /// The day alone.
    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(text.locale())
                .format(at.atZone(clock.getZone()));
    }

    /// Day and time to the second, for lists of events.
    public String precise(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", text.locale()).format(at.atZone(clock.getZone()));
    }

    /// The exact moment, for a tooltip.
    public String utc(Instant at) {
        return UTC.format(at);
    }

    /// A length of time in its two largest units.
    public String span(Duration length) {
        long days = length.toDays();
        if (days > 0) {
            return text.get("time.days_hours", days, length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return text.get("time.hours_minutes", length.toHoursPart(), length.toMinutesPart());
        }
        if (length.toMinutes() > 0) {
            return text.get("time.minutes", length.toMinutesPart());
        }
        return text.get("time.seconds", Math.max(0, length.toSecondsPart()));
    }

    /// How long it is since then.
    public Duration since(Instant then) {
        return Duration.between(then, clock.instant());
    }

    /// Whole days until then; 0 when it is over.
    public long daysUntil(Instant then) {
        return Math.max(0, Duration.between(clock.instant(), then).toDays());
    }

    /// Bytes in the unit that keeps the number short; a thousand is a thousand.
    public String size(double bytes) {
        double value = Math.max(0, bytes);
        int unit = 0;
        while (value >= 999.5 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        NumberFormat number = NumberFormat.getInstance(text.locale());
        number.setMaximumFractionDigits(unit > 0 && value < 99.95 ? 1 : 0);
        return number.format(value) + "\u00a0" + UNITS[unit];
    }

    public String number(long value) {
        return NumberFormat.getInstance(text.locale()).format(value);
    }
}
