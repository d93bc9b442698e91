// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.block.Block;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.event.EventHub.Event;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.signin.GuessGuard.Attempt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("LN-05")
class GuessesTest {
    private static final String HERE = "192.168.1.20";
    private static final List<String> VARIANTS =
            List.of("anna", "ANNA", "Anna", " anna ", "ａｎｎａ", "ＡＮＮＡ", "ann\u1d43", "\u2090nna");

    private GuardFixture fixture;
    private Guesses guesses;

    @BeforeEach
    void open(@TempDir Path folder) {
        fixture = new GuardFixture(folder);
        fixture.account("anna", "user");
        guesses = guesses();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void after_five_wrong_tries_the_waits_double_up_to_a_minute() {
        tries(5, anna(HERE));

        for (int wait : List.of(1, 2, 4, 8, 16, 32, 60, 60, 60)) {
            Refused refused = refused(anna(HERE));
            assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
            assertThat(refused.retryAfter().orElseThrow())
                    .isGreaterThan(Duration.ofMillis(wait * 1000L - 900))
                    .isLessThanOrEqualTo(Duration.ofSeconds(wait));
            fixture.clock.advance(Duration.ofSeconds(wait));
            guesses.admit(anna(HERE));
        }
    }

    @Test
    void the_sentence_tells_how_long() {
        tries(5, anna(HERE));
        for (int i = 0; i < 6; i++) {
            fixture.clock.advance(Duration.ofSeconds(60));
            guesses.admit(anna(HERE));
        }

        assertThat(refused(anna(HERE)).sentence()).contains("60 seconds");
    }

    @Test
    void another_address_does_not_wait_for_this_one() {
        tries(6, anna(HERE));

        guesses.admit(anna("192.168.1.21"));
    }

    @Test
    void a_network_of_ipv6_counts_as_one_address() {
        for (int i = 0; i < 5; i++) {
            guesses.admit(anna("fd00:1:2:3::" + i));
        }

        assertThat(refused(anna("fd00:1:2:3:ffff::1")).code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        guesses.admit(anna("fd00:1:2:4::1"));
    }

    @Test
    void tries_at_the_same_moment_do_not_slip_through() throws Exception {
        int threads = 50;
        var barrier = new CyclicBarrier(threads);
        var admitted = new AtomicInteger();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    barrier.await();
                    return count(anna(HERE), admitted);
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(admitted).hasValue(5);
    }

    @Test
    void ten_thousand_tries_from_fifty_addresses_in_any_spelling_get_few_checks_and_keep_no_known_device_out() {
        var admitted = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 10_000; i++) {
                var attempt = new Attempt(VARIANTS.get(i % VARIANTS.size()), "10.0.0." + i % 50, false);
                pool.execute(() -> count(attempt, admitted));
            }
        }

        assertThat(admitted).hasValue(30);
        guesses.admit(new Attempt("anna", "10.0.0.7", true));
        assertThat(fixture.audited(AuditKind.GUESSES_BLOCK)).isEqualTo(1);
    }

    @Test
    void in_no_hour_do_strangers_get_more_than_thirty_checks_of_one_account() {
        List<Instant> admitted = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            if (tried(anna("10.0." + i % 100 + ".1"))) {
                admitted.add(fixture.clock.instant());
            }
            fixture.clock.advance(Duration.ofSeconds(25));
        }

        for (Instant from : admitted) {
            assertThat(admitted)
                    .filteredOn(at -> !at.isBefore(from) && at.isBefore(from.plus(Duration.ofHours(1))))
                    .hasSizeLessThanOrEqualTo(30);
        }
        assertThat(admitted).hasSizeGreaterThan(60);
    }

    @Test
    void nor_does_a_stolen_device_get_more_than_seventy() {
        var admitted = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            count(new Attempt("anna", "10.0." + i + ".1", true), admitted);
        }

        assertThat(admitted).hasValue(70);
    }

    @Test
    void the_time_to_wait_is_true_for_an_account_that_is_held_for_everybody() {
        for (int i = 0; i < 30; i++) {
            guesses.admit(anna("10.0.0." + i));
        }
        Refused refused = refused(anna("10.0.0.99"));

        assertThat(refused.retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(refused.sentence()).contains("60 minutes");
        fixture.clock.advance(refused.retryAfter().orElseThrow().minusSeconds(30));
        assertThat(tried(anna("10.0.0.99"))).isFalse();
        fixture.clock.advance(Duration.ofSeconds(31));
        assertThat(tried(anna("10.0.0.99"))).isTrue();
    }

    @Test
    void a_restart_forgets_nothing() {
        tries(5, anna(HERE));
        for (int i = 0; i < 4; i++) {
            fixture.clock.advance(Duration.ofSeconds(60));
            guesses.admit(anna(HERE));
        }

        fixture.reopen();
        guesses = guesses();

        assertThat(refused(anna(HERE)).retryAfter().orElseThrow()).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void a_store_that_is_broken_lets_nobody_try() {
        fixture.execute("DROP TABLE guesses");

        Refused refused = refused(anna(HERE));

        assertThat(refused.code()).isEqualTo(ProblemCode.BUSY);
        assertThat(refused.retryAfter()).isPresent();
        assertThat(refused.sentence()).doesNotContain("guesses");
    }

    @Test
    void a_store_that_is_closed_lets_nobody_try() {
        fixture.database.close();

        assertThat(refused(anna(HERE)).code().status()).isEqualTo(503);
    }

    @Test
    void the_right_password_forgets_the_wrong_ones_of_its_address_and_no_others() {
        tries(5, anna(HERE));
        tries(5, anna("10.0.0.1"));

        succeed(anna(HERE));

        assertThat(tried(anna(HERE))).isTrue();
        assertThat(tried(anna("10.0.0.1"))).isFalse();
    }

    @Test
    void the_right_password_of_one_account_helps_no_other() {
        tries(5, new Attempt("ben", HERE, false));

        succeed(anna(HERE));

        assertThat(tried(new Attempt("ben", HERE, false))).isFalse();
    }

    @Test
    void a_known_device_that_is_wrong_too_often_waits_as_well() {
        var known = new Attempt("anna", HERE, true);
        tries(5, known);

        assertThat(refused(known).retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(tried(anna(HERE))).isTrue();
    }

    @Test
    void names_that_nobody_has_are_held_in_the_same_words() {
        tries(5, anna(HERE));
        var nobody = new Attempt("nobody", HERE, false);
        tries(5, nobody);

        assertThat(refused(nobody).sentence()).isEqualTo(refused(anna(HERE)).sentence());
    }

    @Test
    void made_up_names_fill_the_table_to_a_bound_and_push_out_no_account() {
        tries(5, anna(HERE));
        try (var pool = Executors.newFixedThreadPool(64)) {
            IntStream.range(0, 22_500)
                    .forEach(i -> pool.execute(() -> guesses.admit(new Attempt("made-up-" + i, "10.1.1.1", false))));
        }

        assertThat(fixture.number("SELECT count(*) FROM guesses")).isLessThanOrEqualTo(21_005);
        assertThat(fixture.number("SELECT count(*) FROM guesses WHERE name = 'anna'"))
                .isEqualTo(5);
    }

    @Test
    void what_is_older_than_a_day_is_forgotten() {
        tries(9, anna(HERE));

        fixture.clock.advance(Duration.ofHours(25));

        assertThat(guesses.forgetOld()).isEqualTo(5);
        assertThat(fixture.number("SELECT count(*) FROM guess_holds")).isZero();
        tries(5, anna(HERE));
    }

    @Test
    void a_clock_that_was_wrong_by_a_year_locks_nobody_out() {
        fixture.clock.advance(Duration.ofDays(365));
        for (int i = 0; i < 40; i++) {
            tried(anna("10.0.0." + i));
        }

        fixture.clock.advance(Duration.ofDays(-365));

        assertThat(tried(anna("10.0.0.1"))).isTrue();
    }

    @Test
    void a_hold_is_audited_and_told_once_when_it_begins() {
        tries(20, anna(HERE));

        assertThat(fixture.audited(AuditKind.GUESSES_BLOCK)).isEqualTo(1);
        assertThat(fixture.events)
                .filteredOn(Event.BlocksChanged.class::isInstance)
                .hasSize(1);
    }

    @Test
    void five_tries_that_nobody_was_held_back_for_are_no_hold() {
        tries(5, anna(HERE));

        assertThat(fixture.audited(AuditKind.GUESSES_BLOCK)).isZero();
        assertThat(guesses.held(10)).isEmpty();
    }

    @Test
    void who_is_held_is_listed_and_can_be_let_in_again() {
        for (int i = 0; i < 12; i++) {
            tried(anna(HERE));
            fixture.clock.advance(Duration.ofSeconds(i < 5 ? 0 : 60));
        }
        tries(2, anna(HERE));
        Block block = guesses.held(10).getFirst();

        assertThat(block.kind()).isEqualTo("guesses");
        assertThat(block.user()).isEqualTo("anna");
        assertThat(block.address()).isEqualTo(HERE);
        assertThat(block.count()).isGreaterThan(5);
        assertThat(guesses.lift(block.id(), GuardFixture.entry(AuditKind.GUESSES_UNBLOCK)))
                .isTrue();

        assertThat(guesses.held(10)).isEmpty();
        tries(5, anna(HERE));
        assertThat(fixture.audited(AuditKind.GUESSES_UNBLOCK)).isEqualTo(1);
        assertThat(guesses.lift(block.id(), GuardFixture.entry(AuditKind.GUESSES_UNBLOCK)))
                .isFalse();
    }

    @Test
    void an_account_that_is_held_for_everybody_is_listed_without_an_address() {
        for (int i = 0; i < 31; i++) {
            tried(anna("10.0.0." + i));
        }

        assertThat(guesses.held(10)).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo("account");
            assertThat(block.address()).isNull();
            assertThat(block.count()).isEqualTo(30);
            assertThatThrownBy(() -> guesses.admit(anna("10.9.9.9"))).isInstanceOf(Refused.class);
            guesses.lift(block.id(), GuardFixture.entry(AuditKind.GUESSES_UNBLOCK));
            guesses.admit(anna("10.9.9.9"));
        });
    }

    private Guesses guesses() {
        return new Guesses(fixture.database, fixture.audit, fixture.hub, fixture.ids, fixture.clock);
    }

    private static Attempt anna(String address) {
        return new Attempt("anna", address, false);
    }

    private void tries(int count, Attempt attempt) {
        for (int i = 0; i < count; i++) {
            tried(attempt);
        }
    }

    private boolean tried(Attempt attempt) {
        try {
            guesses.admit(attempt);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private int count(Attempt attempt, AtomicInteger admitted) {
        return tried(attempt) ? admitted.incrementAndGet() : 0;
    }

    private Refused refused(Attempt attempt) {
        return catchThrowableOfType(Refused.class, () -> guesses.admit(attempt));
    }

    private void succeed(Attempt attempt) {
        fixture.database.write(tx -> {
            guesses.succeeded(tx, attempt);
            return attempt;
        });
    }
}
