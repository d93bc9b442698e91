// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.block.Block;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.Rates;
import app.homekeep.server.http.Request;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.settings.RateSettings;
import app.homekeep.server.settings.Settings;
import app.homekeep.server.store.Database;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts requests and refuses those beyond their rate. Counts are in memory; the rare ones (sign-in, registration,
/// forgotten passwords, deletion) are durable before the request goes on, the others are saved every few seconds and at
/// the stop. Counting takes no lock; thread-safe.
public final class RateLimits {
    /// How many sessions or addresses are counted of each rate. A flood of more pushes out the least used.
    private static final int MOST = 10_000;
    /// Longer than any rate of theirs takes to be full again, but for very low settings.
    private static final Duration IDLE = Duration.ofHours(2);

    private final Database database;
    private final RateStore store = new RateStore();
    private final Settings settings;
    private final AuditLog audit;
    private final EventHub events;
    private final Clock clock;
    private final Map<Rate, Cache<String, Count>> counts = new EnumMap<>(Rate.class);

    private RateLimits(Database database, Settings settings, AuditLog audit, EventHub events, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        for (Rate rate : Rate.values()) {
            counts.put(
                    rate,
                    Caffeine.newBuilder()
                            .maximumSize(MOST)
                            .expireAfterAccess(IDLE)
                            .build());
        }
    }

    /// With the counts that the last process left.
    public static RateLimits open(Database database, Settings settings, AuditLog audit, EventHub events, Clock clock) {
        var limits = new RateLimits(database, settings, audit, events, clock);
        long now = limits.now();
        for (RateStore.Row row : database.read(handle -> limits.store.all(handle, now))) {
            limits.counts(Rate.named(row.rate())).put(row.key(), new Count(row.fullAt()));
        }
        return limits;
    }

    /// As [Rates#spend].
    Runnable spend(Request request, String route) {
        Rate rate = Rate.of(request, route);
        if (rate.unlimited() || !settings.get(RateSettings.ENABLED)) {
            return Rates.NOTHING_TO_KEEP;
        }
        long now = now();
        String key = rate.key(request);
        Count count = count(rate, key);
        long wait = count.use(now, rate.pace(settings));
        if (wait > 0) {
            if (count.refuse(now) && rate.byAddress()) {
                announce();
            }
            throw refused(Duration.of(wait, ChronoUnit.MICROS));
        }
        return rate.keptAtOnce() ? () -> keep(rate, key, count) : Rates.NOTHING_TO_KEEP;
    }

    /// Saves what was used since the last time. Called every few seconds, and at the stop.
    public void save() {
        long now = now();
        List<Unsaved> unsaved = new ArrayList<>();
        counts.forEach((rate, all) -> {
            Pace pace = rate.pace(settings);
            all.asMap().forEach((key, count) -> {
                if (count.worthSaving(now, pace)) {
                    unsaved.add(new Unsaved(rate, key, count));
                }
            });
        });
        if (!unsaved.isEmpty()) {
            save(unsaved, now);
        }
    }

    /// Deletes the rows of those who may use everything again. Called once a day.
    public int forgetOld() {
        return database.write(tx -> store.forget(tx.handle(), now()));
    }

    /// Addresses that are refused now.
    List<Block> held() {
        long now = now();
        List<Block> held = new ArrayList<>();
        counts.forEach((rate, all) -> {
            Pace pace = rate.pace(settings);
            all.asMap().forEach((key, count) -> {
                if (rate.byAddress() && count.refused() > 0 && count.empty(now, pace)) {
                    held.add(block(rate, key, count, now, pace));
                }
            });
        });
        return held;
    }

    /// Lets an address begin anew.
    ///
    /// @param entry who does it
    /// @return false when nobody is held by that id
    boolean lift(String id, AuditEntry entry) {
        Optional<HeldId> held = HeldId.read(id).filter(found -> find(found).isPresent());
        held.ifPresent(found -> database.write(tx -> {
            store.delete(tx.handle(), found.rate().wire(), found.key());
            audit.append(
                    tx,
                    entry.target(found.key())
                            .detail("asked too often: " + found.rate().wire()));
            tx.afterCommit(() -> {
                counts(found.rate()).invalidate(found.key());
                announce();
            });
            return found;
        }));
        return held.isPresent();
    }

    /// A count whose number the database has not.
    private record Unsaved(Rate rate, String key, Count count) {}

    /// A count with the number that the database gets.
    private record Saved(Count count, RateStore.Row row) {
        static Saved of(Unsaved unsaved) {
            var row = new RateStore.Row(
                    unsaved.rate().wire(), unsaved.key(), unsaved.count().fullAt());
            return new Saved(unsaved.count(), row);
        }
    }

    /// What a held address is called in the list: opaque to others, and the same as long as it lasts.
    private record HeldId(Rate rate, String key) {
        private static final String PREFIX = "rate-";

        static Optional<HeldId> read(String id) {
            if (!id.startsWith(PREFIX)) {
                return Optional.empty();
            }
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(id.substring(PREFIX.length()));
                String[] words = new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
                return words.length == 2 ? Optional.of(new HeldId(Rate.named(words[0]), words[1])) : Optional.empty();
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }

        String text() {
            byte[] bytes = (rate.wire() + " " + key).getBytes(StandardCharsets.UTF_8);
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }

    private Optional<Count> find(HeldId id) {
        return Optional.ofNullable(counts(id.rate()).getIfPresent(id.key())).filter(count -> count.refused() > 0);
    }

    private Count count(Rate rate, String key) {
        Cache<String, Count> all = counts(rate);
        Count known = all.getIfPresent(key);
        return known == null ? all.get(key, unknown -> new Count(0)) : known;
    }

    private Cache<String, Count> counts(Rate rate) {
        Cache<String, Count> all = counts.get(rate);
        if (all == null) {
            throw new IllegalStateException("no counts of " + rate);
        }
        return all;
    }

    /// On a thread that may block, before the request goes on: what is counted is not forgotten, whatever happens.
    private void keep(Rate rate, String key, Count count) {
        save(List.of(new Unsaved(rate, key, count)), now());
    }

    private void save(List<Unsaved> unsaved, long now) {
        database.write(tx -> {
            store.forget(tx.handle(), now);
            // Looked at on the writer: of two savings at once, the later one has the later number.
            List<Saved> all = unsaved.stream().map(Saved::of).toList();
            store.save(tx.handle(), all.stream().map(Saved::row).toList());
            tx.afterCommit(
                    () -> all.forEach(each -> each.count().saved(each.row().fullAt())));
            return all;
        });
    }

    private Block block(Rate rate, String key, Count count, long now, Pace pace) {
        return new Block(
                new HeldId(rate, key).text(),
                "rate",
                null,
                key,
                count.refused(),
                instant(count.refusedSince()),
                instant(now + count.wait(now, pace)));
    }

    private void announce() {
        events.publish(new EventHub.Event.BlocksChanged());
    }

    private static Refused refused(Duration wait) {
        return Refused.later(
                ProblemCode.TOO_MANY_REQUESTS,
                "That was too often. Please try again in " + Patience.words(wait) + ".",
                wait);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
    }

    private long now() {
        return clock.millis() * 1000;
    }
}
