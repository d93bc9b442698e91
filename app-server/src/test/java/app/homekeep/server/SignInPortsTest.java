// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.signin.SignInRequest;
import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.OpenExchanges;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.secondfactor.SecondFactorFeature;
import app.homekeep.server.session.Device;
import app.homekeep.server.session.SessionFeature;
import app.homekeep.server.signin.DeviceApproval;
import app.homekeep.server.signin.GuessGuard;
import app.homekeep.server.signin.HalfLogins;
import app.homekeep.server.signin.KnownDevices;
import app.homekeep.server.signin.SignInFeature;
import app.homekeep.server.signin.Step;
import app.homekeep.server.signin.Visit;
import app.homekeep.server.store.Transaction;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What sign-in asks of the parts that hold back guessers, know devices and ask the owner, and what it makes of their
/// answers. The parts are the test's own; everything else is real.
class SignInPortsTest {
    /// Writes down what it is asked and answers as told.
    private static final class Gates implements GuessGuard, KnownDevices, DeviceApproval {
        private final List<String> asked = new ArrayList<>();
        private final ManualClock clock;
        private boolean shut;
        private boolean approves;
        private boolean takes = true;
        private Answer answer = Answer.WAITING;

        Gates(ManualClock clock) {
            this.clock = clock;
        }

        @Override
        public void admit(Attempt attempt) {
            asked.add("admit " + attempt.username() + " " + attempt.address() + " " + attempt.knownDevice());
            if (shut) {
                throw Refused.later(ProblemCode.TOO_MANY_REQUESTS, "Later.", Duration.ofSeconds(8));
            }
        }

        @Override
        public void succeeded(Transaction tx, Attempt attempt) {
            asked.add("succeeded " + attempt.username());
        }

        @Override
        public Optional<String> recognise(String cookie, String accountId) {
            return Optional.of(cookie).filter(text -> text.equals("known"));
        }

        @Override
        public Noted note(Transaction tx, String accountId, Optional<String> deviceId, Device device, String address) {
            asked.add("note " + deviceId.orElse("new"));
            return new Noted(deviceId.orElse("new"), "known");
        }

        @Override
        public boolean needed(Account account, Optional<String> deviceId) {
            return approves && deviceId.isEmpty();
        }

        @Override
        public Question ask(Transaction tx, Account account, Device device, String address) {
            asked.add("ask " + device.name());
            return new Question("question", "47", clock.instant().plus(Duration.ofMinutes(2)));
        }

        @Override
        public Answer await(String questionId, Duration patience) {
            return answer;
        }

        @Override
        public boolean take(Transaction tx, String questionId) {
            return takes;
        }
    }

    private static final Visit VISIT = new Visit("192.168.1.7", Optional.empty(), Optional.empty());

    private final ManualClock clock = new ManualClock();
    private final Gates gates = new Gates(clock);
    private Foundation f;
    private SessionFeature sessions;
    private SignInFeature signIn;
    private String anna;

    @BeforeEach
    void open(@TempDir Path folder) {
        var random = new SecureRandom();
        f = Foundation.open(folder, Optional.of(folder.resolve("files")), clock, random);
        anna = f.accounts
                .createOwner("anna", TestServer.USER_PASSWORD, AuditEntry.system(AuditKind.OWNER_CREATE))
                .id();
        sessions = SessionFeature.of(
                f.database,
                f.accounts,
                f.roles,
                new KeyringKeys(f.keyring),
                f.keyring.serverId(),
                new SettingLifetimes(f.settings),
                new NothingOpen(),
                f.events,
                f.audit,
                f.ids,
                random,
                clock);
        var halfLogins = new HalfLogins(f.database, random, clock);
        SecondFactorFeature secondFactor = SecondFactorFeature.of(
                f.database,
                f.accounts,
                f.roles,
                f.keyring,
                sessions.ending(),
                halfLogins,
                f.audit,
                new SettingTotpRule(f.settings),
                () -> "Home",
                random,
                clock);
        signIn = SignInFeature.of(
                f.database,
                f.accounts,
                f.hashes,
                sessions.sessions(),
                halfLogins,
                secondFactor,
                gates,
                gates,
                gates,
                f.audit);
    }

    @AfterEach
    void close() {
        f.close();
    }

    @Test
    @Tag("LN-05")
    void every_way_to_write_a_name_is_one_attempt() {
        for (String name : List.of("anna", "ANNA", "ａｎｎａ", " Anna ", "aNNa")) {
            signIn(name, "not her password", VISIT);
        }

        assertThat(gates.asked).hasSize(5).containsOnly("admit anna 192.168.1.7 false");
    }

    @Test
    @Tag("LN-05")
    void a_guesser_who_is_held_back_learns_nothing_even_with_the_right_password() {
        gates.shut = true;

        Refused refused = catchThrowableOfType(Refused.class, () -> signIn("anna", TestServer.USER_PASSWORD, VISIT));

        assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(gates.asked).containsExactly("admit anna 192.168.1.7 false");
    }

    @Test
    @Tag("LN-05")
    void only_the_right_password_of_an_account_that_may_sign_in_counts_as_none() {
        signIn("anna", "not her password", VISIT);
        signIn("nobody", TestServer.USER_PASSWORD, VISIT);
        state(AccountState.BLOCKED);
        signIn("anna", TestServer.USER_PASSWORD, VISIT);
        assertThat(gates.asked).noneMatch(line -> line.startsWith("succeeded"));

        state(AccountState.ACTIVE);
        signIn("anna", TestServer.USER_PASSWORD, VISIT);

        assertThat(gates.asked).containsOnlyOnce("succeeded anna").endsWith("note new");
    }

    @Test
    @Tag("FT-07")
    void a_device_that_is_known_is_told_to_the_guard_and_stays_the_same() {
        var visit = new Visit("192.168.1.7", Optional.empty(), Optional.of("known"));

        Step step = signIn("anna", TestServer.USER_PASSWORD, visit);

        assertThat(step).isInstanceOf(Step.SignedIn.class);
        assertThat(gates.asked).containsExactly("admit anna 192.168.1.7 true", "succeeded anna", "note known");
    }

    @Test
    @Tag("DC-03")
    void a_new_device_waits_for_the_owner_and_comes_in_with_a_yes() {
        Step.AwaitingApproval waiting = ask();
        assertThat(waiting.number()).isEqualTo("47");
        assertThat(await(waiting))
                .isInstanceOfSatisfying(
                        Step.AwaitingApproval.class,
                        still -> assertThat(still.ticket()).isEqualTo(waiting.ticket()));
        gates.answer = DeviceApproval.Answer.ALLOWED;

        assertThat(await(waiting)).isInstanceOf(Step.SignedIn.class);

        assertThat(code(await(waiting))).as("a yes is good once").isEqualTo(ProblemCode.TICKET_EXPIRED);
    }

    @Test
    @Tag("DC-03")
    void a_no_ends_it_even_if_a_yes_came_later() {
        Step.AwaitingApproval waiting = ask();
        gates.answer = DeviceApproval.Answer.DENIED;
        assertThat(code(await(waiting))).isEqualTo(ProblemCode.APPROVAL_DENIED);

        gates.answer = DeviceApproval.Answer.ALLOWED;

        assertThat(code(await(waiting))).isEqualTo(ProblemCode.TICKET_EXPIRED);
    }

    @Test
    @Tag("DC-03")
    void a_yes_that_comes_too_late_or_was_taken_lets_nobody_in() {
        Step.AwaitingApproval taken = ask();
        gates.answer = DeviceApproval.Answer.ALLOWED;
        gates.takes = false;
        assertThat(code(await(taken))).isEqualTo(ProblemCode.TICKET_EXPIRED);

        gates.takes = true;
        Step.AwaitingApproval late = ask();
        clock.advance(Duration.ofSeconds(121));

        assertThat(code(await(late))).isEqualTo(ProblemCode.TICKET_EXPIRED);
        gates.answer = DeviceApproval.Answer.EXPIRED;
        assertThat(code(await(ask()))).isEqualTo(ProblemCode.TICKET_EXPIRED);
    }

    @Test
    @Tag("LN-10")
    void a_block_wins_over_a_yes() {
        Step.AwaitingApproval waiting = ask();
        gates.answer = DeviceApproval.Answer.ALLOWED;
        state(AccountState.DEACTIVATED);

        assertThat(code(await(waiting))).isEqualTo(ProblemCode.USER_BLOCKED);
        assertThat(sessions.list().count()).isZero();
    }

    @Test
    @Tag("FT-05")
    void a_password_that_is_changed_while_it_is_compared_is_right_no_more() {
        var checked = signIn.passwords().check("anna", TestServer.USER_PASSWORD, VISIT);
        assertThat(checked.right()).isTrue();
        String other = f.hashes.hash("seven swans a-swimming");
        f.database.write(tx -> {
            f.accounts.setPassword(tx, anna, other);
            return anna;
        });

        boolean accepted =
                f.database.write(tx -> signIn.passwords().accept(tx, checked).isPresent());

        assertThat(accepted).isFalse();
        assertThat(gates.asked).noneMatch(line -> line.startsWith("succeeded"));
    }

    private Step signIn(String name, String password, Visit visit) {
        return signIn.signIn().signIn(new SignInRequest(name, password, false, null, null), visit);
    }

    private Step.AwaitingApproval ask() {
        gates.approves = true;
        return (Step.AwaitingApproval) signIn("anna", TestServer.USER_PASSWORD, VISIT);
    }

    private Step await(Step.AwaitingApproval waiting) {
        return signIn.thirdStep().await(waiting.ticket(), VISIT.address());
    }

    private void state(AccountState state) {
        f.database.write(tx -> {
            Account now = f.accounts.credential(tx, anna).orElseThrow().account();
            f.accounts.change(
                    tx,
                    new Account(
                            now.id(),
                            now.username(),
                            now.displayName(),
                            now.role(),
                            state,
                            now.totp(),
                            now.requireTotp(),
                            now.totpAskedAt(),
                            now.approveDevices(),
                            now.createdAt()));
            return now;
        });
    }

    private static ProblemCode code(Step step) {
        return ((Step.Not) step).refusal().code();
    }

    /// No door, nothing open.
    private static final class NothingOpen implements OpenExchanges {
        @Override
        public void cut(String sessionId, String event, String json) {
            // Nothing to cut.
        }

        @Override
        public int transfers() {
            return 0;
        }
    }
}
