// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.device.Approval;
import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.event.EventHub.Event;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.signin.DeviceApproval.Answer;
import app.homekeep.server.signin.DeviceApproval.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-03")
class ApprovalsTest {
    private static final Duration NOW = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(60);

    private DeviceFixture fixture;

    @BeforeEach
    void open(@TempDir Path folder) {
        fixture = new DeviceFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_yes_is_needed_where_the_account_its_role_or_the_setting_says_so_and_the_device_is_new() {
        Account anna = fixture.anna;

        assertThat(fixture.approvals.needed(anna, Optional.empty())).isFalse();
        assertThat(fixture.approvals.needed(DeviceFixture.asking(anna), Optional.empty()))
                .isTrue();
        assertThat(fixture.approvals.needed(DeviceFixture.asking(anna), Optional.of("a device")))
                .isFalse();
        fixture.everybody = true;
        assertThat(fixture.approvals.needed(anna, Optional.empty())).isTrue();
        assertThat(fixture.approvals.needed(anna, Optional.of("a device"))).isFalse();
    }

    @Test
    void a_role_that_approves_devices_asks() {
        fixture.guard.execute("""
                INSERT INTO roles (id, name, folded_name, permissions, require_totp, approve_devices, created_at)
                VALUES ('user', 'user', 'user', '', 0, 1, 0)
                """);
        fixture.reopen();

        assertThat(fixture.approvals.needed(fixture.anna, Optional.empty())).isTrue();
        assertThat(fixture.approvals.needed(fixture.olga, Optional.empty())).isFalse();
    }

    @Test
    void a_question_shows_the_same_two_digits_on_both_ends() {
        Question question = ask(fixture.anna);

        assertThat(question.number()).matches("[1-9][0-9]");
        assertThat(fixture.approvals.open()).singleElement().satisfies(approval -> {
            assertThat(approval.number()).isEqualTo(question.number());
            assertThat(approval.user()).isEqualTo("anna");
            assertThat(approval.device()).isEqualTo("iPhone");
            assertThat(approval.address()).isEqualTo(DeviceFixture.HERE);
            assertThat(Duration.between(approval.createdAt(), approval.expiresAt()))
                    .hasMinutes(2);
        });
        assertThat(fixture.audited(AuditKind.DEVICE_ASKED)).isEqualTo(1);
        assertThat(fixture.guard.events)
                .filteredOn(Event.ApprovalsChanged.class::isInstance)
                .hasSize(1);
    }

    @Test
    void who_waits_is_woken_by_the_answer_at_once() throws Exception {
        Question question = ask(fixture.anna);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> waiting = pool.submit(() -> fixture.approvals.await(question.id(), LONG));
            Future<Answer> another = pool.submit(() -> fixture.approvals.await(question.id(), LONG));

            allow(question.id());

            assertThat(waiting.get()).isEqualTo(Answer.ALLOWED);
            assertThat(another.get()).isEqualTo(Answer.ALLOWED);
        }
        assertThat(fixture.approvals.open()).isEmpty();
        assertThat(fixture.audited(AuditKind.DEVICE_ALLOWED)).isEqualTo(1);
    }

    @Test
    void no_answer_within_ones_patience_is_waiting() {
        Question question = ask(fixture.anna);

        assertThat(fixture.approvals.await(question.id(), NOW)).isEqualTo(Answer.WAITING);
    }

    @Test
    void an_answer_that_came_before_anybody_waited_is_found() {
        Question allowed = ask(fixture.anna);
        Question denied = ask(fixture.anna);
        allow(allowed.id());
        deny(denied.id());

        assertThat(fixture.approvals.await(allowed.id(), LONG)).isEqualTo(Answer.ALLOWED);
        assertThat(fixture.approvals.await(denied.id(), LONG)).isEqualTo(Answer.DENIED);
        assertThat(fixture.audited(AuditKind.DEVICE_DENIED)).isEqualTo(1);
    }

    @Test
    void a_yes_is_taken_once_by_whoever_comes_first() throws Exception {
        Question question = ask(fixture.anna);
        assertThat(take(question.id())).isFalse();
        allow(question.id());

        assertThat(atOnce(20, () -> take(question.id()))).isEqualTo(1);
        assertThat(fixture.approvals.await(question.id(), LONG)).isEqualTo(Answer.EXPIRED);
    }

    @Test
    void a_no_can_not_be_taken() {
        Question question = ask(fixture.anna);
        deny(question.id());

        assertThat(take(question.id())).isFalse();
    }

    @Test
    void of_answers_at_the_same_moment_one_counts_and_the_others_are_told() throws Exception {
        for (int round = 0; round < 20; round++) {
            Question question = ask(fixture.anna);
            var next = new AtomicInteger();

            int counted = atOnce(8, () -> {
                try {
                    if (next.getAndIncrement() % 2 == 0) {
                        allow(question.id());
                    } else {
                        deny(question.id());
                    }
                    return true;
                } catch (Refused refused) {
                    assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT);
                    return false;
                }
            });

            assertThat(counted).isEqualTo(1);
        }
        assertThat(fixture.audited(AuditKind.DEVICE_ALLOWED) + fixture.audited(AuditKind.DEVICE_DENIED))
                .isEqualTo(20);
    }

    @Test
    void after_two_minutes_no_answer_counts_and_that_is_audited_once() {
        fixture.guard.clock.stop();
        Question question = ask(fixture.anna);

        fixture.guard.clock.advance(Duration.ofMinutes(2));

        Refused late = catchThrowableOfType(Refused.class, () -> allow(question.id()));
        assertThat(late.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(fixture.approvals.await(question.id(), LONG)).isEqualTo(Answer.EXPIRED);
        fixture.approvals.expireOverdue();
        assertThat(take(question.id())).isFalse();
        assertThat(fixture.audited(AuditKind.DEVICE_DENIED)).isEqualTo(1);
        assertThat(fixture.audited(AuditKind.DEVICE_ALLOWED)).isZero();
        assertThat(fixture.approvals.open()).isEmpty();
    }

    @Test
    void in_the_last_millisecond_an_answer_counts() {
        fixture.guard.clock.stop();
        Question question = ask(fixture.anna);

        fixture.guard.clock.advance(Duration.ofMinutes(2).minusMillis(1));
        allow(question.id());

        assertThat(take(question.id())).isTrue();
    }

    @Test
    void a_yes_that_nobody_came_for_is_no_good_after_five_minutes() {
        Question question = ask(fixture.anna);
        allow(question.id());

        fixture.guard.clock.advance(Duration.ofMinutes(5));

        assertThat(take(question.id())).isFalse();
    }

    @Test
    void a_question_and_its_answer_outlive_a_restart() {
        Question question = ask(fixture.anna);

        fixture.reopen();
        assertThat(fixture.approvals.open()).extracting(Approval::id).containsExactly(question.id());
        allow(question.id());
        fixture.reopen();

        assertThat(fixture.approvals.await(question.id(), LONG)).isEqualTo(Answer.ALLOWED);
        assertThat(take(question.id())).isTrue();
    }

    @Test
    void an_account_has_three_open_questions_at_most() {
        for (int i = 0; i < 3; i++) {
            ask(fixture.anna);
        }

        Refused refused = catchThrowableOfType(Refused.class, () -> ask(fixture.anna));

        assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(refused.retryAfter()).isPresent();
        ask(fixture.olga);
        fixture.guard.clock.advance(Duration.ofMinutes(2));
        ask(fixture.anna);
    }

    @Test
    void no_two_open_questions_have_the_same_number() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            fixture.guard.account("user" + i, "user");
            Account account = fixture.accounts.byId("user-user" + i).orElseThrow();
            for (int each = 0; each < 3; each++) {
                assertThat(numbers.add(ask(account).number())).isTrue();
            }
        }

        assertThat(catchThrowableOfType(Refused.class, () -> ask(fixture.anna)).code())
                .isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
    }

    @Test
    void a_question_that_never_was_is_over() {
        assertThat(fixture.approvals.await("none", LONG)).isEqualTo(Answer.EXPIRED);
        assertThat(take("none")).isFalse();
        assertThat(catchThrowableOfType(Refused.class, () -> allow("none")).code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void what_was_answered_long_ago_is_forgotten() {
        deny(ask(fixture.anna).id());
        ask(fixture.anna);

        fixture.guard.clock.advance(Duration.ofDays(2));

        assertThat(fixture.approvals.forgetOld()).isEqualTo(2);
    }

    @Test
    void a_clock_that_was_wrong_by_a_year_leaves_no_question_open() {
        fixture.guard.clock.advance(Duration.ofDays(365));
        for (int i = 0; i < 3; i++) {
            ask(fixture.anna);
        }

        fixture.guard.clock.advance(Duration.ofDays(-365));

        ask(fixture.anna);
    }

    private Question ask(Account account) {
        return fixture.guard.database.write(
                tx -> fixture.approvals.ask(tx, account, DeviceFixture.IPHONE, DeviceFixture.HERE));
    }

    private boolean take(String id) {
        return fixture.guard.database.write(tx -> fixture.approvals.take(tx, id));
    }

    private void allow(String id) {
        fixture.approvals.allow(id, DeviceFixture.entry(AuditKind.DEVICE_ALLOWED));
    }

    private void deny(String id) {
        fixture.approvals.deny(id, DeviceFixture.entry(AuditKind.DEVICE_DENIED));
    }

    /// @return how many of them came through
    private static int atOnce(int threads, Callable<Boolean> each) throws Exception {
        var barrier = new CyclicBarrier(threads);
        int through = 0;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    barrier.await();
                    return each.call();
                }));
            }
            for (Future<Boolean> one : all) {
                through += one.get() ? 1 : 0;
            }
        }
        return through;
    }
}
