// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.admin.AuditFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// What the log can be filtered by; each part at most once.
enum FilterPart {
    EVENT,
    ACTOR,
    ADDRESS,
    OUTCOME,
    TEXT,
    FROM,
    TO;

    /// Short and stable, such as `event`.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The filter with this part set to a value, or without it.
    ///
    /// @param value for FROM and TO a day such as 2026-11-21; TO includes it
    AuditFilter in(AuditFilter filter, Optional<String> value, ZoneId zone) {
        Optional<String> event = this == EVENT ? value : filter.event();
        Optional<String> actor = this == ACTOR ? value : filter.actor();
        Optional<String> address = this == ADDRESS ? value : filter.address();
        Optional<String> outcome = this == OUTCOME ? value : filter.outcome();
        Optional<String> text = this == TEXT ? value : filter.text();
        Optional<Instant> from = this == FROM ? value.map(day -> start(day, zone, 0)) : filter.from();
        Optional<Instant> to = this == TO ? value.map(day -> start(day, zone, 1)) : filter.to();
        return new AuditFilter(event, actor, address, outcome, text, from, to);
    }

    /// What this part is set to.
    Optional<String> of(AuditFilter filter, ZoneId zone) {
        return switch (this) {
            case EVENT -> filter.event();
            case ACTOR -> filter.actor();
            case ADDRESS -> filter.address();
            case OUTCOME -> filter.outcome();
            case TEXT -> filter.text();
            case FROM -> filter.from().map(at -> LocalDate.ofInstant(at, zone).toString());
            case TO ->
                filter.to().map(at -> LocalDate.ofInstant(at, zone).minusDays(1).toString());
        };
    }

    boolean isDay() {
        return this == FROM || this == TO;
    }

    /// Whether a value makes sense for it.
    boolean accepts(String value) {
        if (value.isBlank()) {
            return false;
        }
        if (!isDay()) {
            return true;
        }
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Instant start(String day, ZoneId zone, int later) {
        return LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
    }
}
