// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.block.Block;
import app.homekeep.server.account.Usernames;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.signin.GuessGuard;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slows down who guesses, and never locks anybody out for good.
///
/// ```
/// a name from one address    5 wrong in a day ─▶ waits of 1, 2, 4 … 60 s between tries
/// a name from anywhere      30 in an hour     ─▶ only devices it knows may try it, which are counted apart
/// ```
/// All tries run through the database's one writer, so those of the same moment see each other. Thread-safe.
public final class Guesses implements GuessGuard {
    private static final Logger LOG = LoggerFactory.getLogger(Guesses.class);

    private static final Duration MEMORY = Duration.ofDays(1);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int STRANGERS_AN_HOUR = 30;
    /// With those of strangers it makes the hundred that NIST SP 800-63B allows.
    private static final int KNOWN_AN_HOUR = 70;

    /// A hold that ended this long ago is another one when it begins again.
    private static final Duration SAME_HOLD = Duration.ofMinutes(10);
    /// How far ahead a row's time may be, for a clock that was set back a little.
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private static final int MADE_UP_KEPT = 20_000;
    private static final int TRIM_EVERY = 1000;
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final Database database;
    private final GuessStore store = new GuessStore();
    private final AuditLog audit;
    private final EventHub events;
    private final Ids ids;
    private final Clock clock;
    /// Written on the database's writer alone.
    private int sinceTrim;

    public Guesses(Database database, AuditLog audit, EventHub events, Ids ids, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void admit(Attempt attempt) {
        Optional<Verdict> held;
        try {
            held = database.write(tx -> decide(tx, attempt));
        } catch (Refused refused) {
            throw refused.code().status() == 503 ? refused : uncounted(refused);
        } catch (RuntimeException failure) {
            throw uncounted(failure);
        }
        held.ifPresent(verdict -> {
            throw Refused.later(ProblemCode.TOO_MANY_REQUESTS, verdict.sentence(), verdict.delay());
        });
    }

    @Override
    public void succeeded(Transaction tx, Attempt attempt) {
        forget(tx, guesser(attempt));
    }

    /// Who is held back now, the newest first.
    List<Block> held(int most) {
        Instant now = now();
        return database.read(handle -> store.holds(handle, now, most).stream()
                .map(hold -> block(hold, store.count(handle, hold.guesser(), now.minus(memory(hold.guesser())))))
                .toList());
    }

    /// Forgets the tries behind a hold.
    ///
    /// @param entry who does it
    /// @return false when nobody is held by that id
    boolean lift(String id, AuditEntry entry) {
        return database.write(tx -> {
            Optional<GuessHold> hold = store.take(tx.handle(), id, now());
            hold.ifPresent(lifted -> {
                Guesser guesser = lifted.guesser();
                store.delete(tx.handle(), guesser);
                audit.append(tx, entry.target(guesser.name()).detail(guesser.place()));
                tx.afterCommit(this::announce);
            });
            return hold.isPresent();
        });
    }

    /// Deletes what no longer counts. Called once a day.
    public int forgetOld() {
        return database.write(this::trim);
    }

    /// Why somebody has to wait, and how long.
    private record Verdict(String sentence, Duration delay) {}

    private Optional<Verdict> decide(Transaction tx, Attempt attempt) {
        Guesser guesser = guesser(attempt);
        Instant now = now();
        GuessStore.Wrong wrong = store.wrong(tx.handle(), guesser, now.minus(MEMORY), now.plus(CLOCK_SLACK));
        if (wrong.count() >= FREE) {
            Instant until = earlier(wrong.last(), now).plus(pause(wrong.count()));
            if (now.isBefore(until)) {
                return Optional.of(hold(tx, guesser, attempt.address(), until, now));
            }
        }
        Optional<Instant> oldest = fullHour(tx, guesser, now);
        if (oldest.isPresent()) {
            Instant until = earlier(oldest.get(), now).plus(WINDOW);
            return Optional.of(hold(tx, guesser.fromAnywhere(), attempt.address(), until, now));
        }
        store.insert(tx.handle(), ids.next(), guesser, now);
        if (++sinceTrim >= TRIM_EVERY) {
            trim(tx);
        }
        return Optional.empty();
    }

    private Verdict hold(Transaction tx, Guesser guesser, String address, Instant until, Instant now) {
        Optional<GuessHold> before = store.hold(tx.handle(), guesser)
                .filter(hold -> hold.until().plus(SAME_HOLD).isAfter(now));
        GuessHold hold =
                before.map(known -> known.until(until)).orElseGet(() -> new GuessHold(ids.next(), guesser, now, until));
        if (!before.equals(Optional.of(hold))) {
            store.hold(tx.handle(), hold);
        }
        if (before.isEmpty()) {
            audit.append(
                    tx,
                    AuditEntry.by(AuditKind.GUESSES_BLOCK, "-", address, Optional.empty())
                            .target(guesser.name())
                            .detail(guesser.place())
                            .refused());
            tx.afterCommit(this::announce);
        }
        Duration wait = Duration.between(now, until);
        return new Verdict(sentence(guesser, wait), wait);
    }

    /// The same for names that nobody has: it must not tell them apart.
    private static String sentence(Guesser guesser, Duration wait) {
        String when = Patience.words(wait);
        return guesser.network().isEmpty() && !guesser.known()
                ? "There were too many wrong tries at this account. A device it was used on before can still sign in;"
                        + " others can try again in " + when + "."
                : "There were too many wrong tries. Please try again in " + when + ".";
    }

    private void forget(Transaction tx, Guesser guesser) {
        store.delete(tx.handle(), guesser);
        boolean released = store.release(tx.handle(), guesser);
        if (fullHour(tx, guesser, now()).isEmpty()) {
            released |= store.release(tx.handle(), guesser.fromAnywhere());
        }
        if (released) {
            tx.afterCommit(this::announce);
        }
    }

    /// When the try was that filled the hour's measure; empty where there is room.
    private Optional<Instant> fullHour(Transaction tx, Guesser guesser, Instant now) {
        int most = guesser.known() ? KNOWN_AN_HOUR : STRANGERS_AN_HOUR;
        return store.nthNewest(tx.handle(), guesser, most, now.minus(WINDOW), now.plus(CLOCK_SLACK));
    }

    private int trim(Transaction tx) {
        Instant now = now();
        int forgotten = store.forget(tx.handle(), now.minus(MEMORY), now.plus(CLOCK_SLACK));
        store.forgetMadeUp(tx.handle(), MADE_UP_KEPT);
        sinceTrim = 0;
        return forgotten;
    }

    private void announce() {
        events.publish(new EventHub.Event.BlocksChanged());
    }

    private static Refused uncounted(RuntimeException why) {
        LOG.error("A try to sign in could not be counted, so it was refused", why);
        return Refused.later(
                ProblemCode.BUSY, "Signing in is not possible at the moment. Please try again.", TRY_AGAIN);
    }

    private static Block block(GuessHold hold, int count) {
        Guesser guesser = hold.guesser();
        boolean anywhere = guesser.network().isEmpty();
        return new Block(
                hold.id(),
                anywhere ? "account" : "guesses",
                guesser.name(),
                anywhere ? null : guesser.network(),
                count,
                hold.since(),
                hold.until());
    }

    private static Guesser guesser(Attempt attempt) {
        return new Guesser(
                Usernames.folded(attempt.username()), AddressKey.of(attempt.address()), attempt.knownDevice());
    }

    private static Duration memory(Guesser guesser) {
        return guesser.network().isEmpty() ? WINDOW : MEMORY;
    }

    /// 1, 2, 4 … 60 seconds after the fifth, sixth, seventh wrong try.
    private static Duration pause(int wrong) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(wrong - FREE, 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
