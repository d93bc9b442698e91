// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.problem.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Which rows to show. What a client gives is only ever bound, never part of the SQL: each parameter that is there adds
/// a fixed condition, and its value. Immutable.
public final class AuditFilter {
    private static final int LONGEST = 1000;

    private final List<String> conditions;
    private final Map<String, Object> values;

    private AuditFilter(List<String> conditions, Map<String, Object> values) {
        this.conditions = List.copyOf(conditions);
        this.values = Map.copyOf(values);
    }

    /// Lets everything through.
    public static AuditFilter none() {
        return new AuditFilter(List.of(), Map.of());
    }

    /// From the parameters of a request: `event`, `actor`, `address`, `session`, `outcome` as they stand in the log,
    /// `text` anywhere in target, detail or actor, `from` (inclusive) and `to` (exclusive) as times of RFC 3339.
    ///
    /// @throws Refused 400 when one of them can't be right
    public static AuditFilter of(Function<String, Optional<String>> parameter) {
        var building = new Building(parameter);
        building.equal("event", "event = :event");
        building.equal("actor", "actor = :actor");
        building.equal("address", "address = :address");
        building.equal("session", "session = :session");
        building.outcome();
        building.text();
        building.from();
        building.to();
        return new AuditFilter(building.conditions, building.values);
    }

    /// What somebody did, from a time on.
    public static AuditFilter by(String actor, Instant since) {
        return of(name -> switch (name) {
            case "actor" -> Optional.of(actor);
            case "from" -> Optional.of(since.toString());
            default -> Optional.empty();
        });
    }

    /// In SQL, with named parameters.
    String condition() {
        return conditions.isEmpty() ? "TRUE" : String.join(" AND ", conditions);
    }

    /// By the names of those parameters.
    Map<String, Object> values() {
        return values;
    }

    /// The same text for the same filter: a cursor is good for the filter it was made with.
    String fingerprint() {
        return conditions + " " + new TreeMap<>(values);
    }

    private static final class Building {
        private final Function<String, Optional<String>> parameter;
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Building(Function<String, Optional<String>> parameter) {
            this.parameter = parameter;
        }

        private Optional<String> given(String name) {
            Optional<String> value = parameter.apply(name).filter(text -> !text.isEmpty());
            if (value.isPresent() && value.get().length() > LONGEST) {
                throw Refused.badField(name, "This is too long.");
            }
            return value;
        }

        private void add(String name, Object value, String condition) {
            conditions.add(condition);
            values.put(name, value);
        }

        private void equal(String name, String condition) {
            given(name).ifPresent(value -> add(name, value, condition));
        }

        private void outcome() {
            given("outcome").ifPresent(value -> {
                AuditOutcome outcome = outcome(value);
                // The index holds only what did not succeed; saying so makes it usable.
                String rare = outcome == AuditOutcome.SUCCESS ? "" : " AND outcome <> 'SUCCESS'";
                add("outcome", outcome.name(), "outcome = :outcome" + rare);
            });
        }

        private static AuditOutcome outcome(String value) {
            for (AuditOutcome outcome : AuditOutcome.values()) {
                if (outcome.name().equals(value)) {
                    return outcome;
                }
            }
            throw Refused.badField("outcome", "This must be SUCCESS, REFUSED or FAILED.");
        }

        private void text() {
            given("text").ifPresent(value -> {
                String escaped = value.replace("!", "!!").replace("%", "!%").replace("_", "!_");
                add("text", "%" + escaped + "%", """
                        (target LIKE :text ESCAPE '!' OR detail LIKE :text ESCAPE '!' OR actor LIKE :text ESCAPE '!')""");
            });
        }

        // Rows are walked by number, and a time alone would make that walk pass all rows outside it: so the number to
        // stop at is looked up by the index of times first.
        private void from() {
            given("from").ifPresent(value -> add("from", time("from", value), """
                    at >= :from AND seq >= coalesce(
                        (SELECT edge.seq FROM audit edge WHERE edge.at >= :from ORDER BY edge.at, edge.seq LIMIT 1),
                        9223372036854775807)"""));
        }

        private void to() {
            given("to").ifPresent(value -> add("to", time("to", value), """
                    at < :to AND seq <= coalesce(
                        (SELECT edge.seq FROM audit edge WHERE edge.at < :to ORDER BY edge.at DESC, edge.seq DESC LIMIT 1),
                        0)"""));
        }

        private static long time(String name, String value) {
            try {
                return Instant.parse(value).toEpochMilli();
            } catch (DateTimeException | ArithmeticException e) {
                throw Refused.badField(name, "This must be a time such as 2026-11-21T18:30:00Z.");
            }
        }
    }
}
