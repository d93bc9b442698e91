// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import static app.homekeep.server.secondfactor.Authenticator.expect;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.Parallel;
import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes that come twice, together, too early, too late or too often.
@Tag("FT-06")
class CodeGuessingTest {
    private TestServer server;
    private TestClient anna;
    private Authenticator app;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.addUser("anna", "user");
        anna = browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);
        app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void of_fifty_sign_ins_with_one_code_exactly_one_gets_in() {
        for (int round = 0; round < 2; round++) {
            List<String> tickets = tickets(4);
            String code = app.next();

            List<Integer> answers = Parallel.times(
                    50,
                    () -> show(tickets.get((int) (Thread.currentThread().threadId() % 4)), code)
                            .status());

            assertThat(answers).containsOnlyOnce(200);
            server.clock().advance(Duration.ofMinutes(16));
        }
    }

    @Test
    void of_fifty_with_one_recovery_code_exactly_one_gets_in() {
        List<String> tickets = tickets(4);
        String code = app.recoveryCodes().getFirst();

        List<Integer> answers = Parallel.times(
                50,
                () -> browser()
                        .post(
                                "/api/v1/auth/login/second-factor",
                                "{\"ticket\":\"%s\",\"recovery_code\":\"%s\"}"
                                        .formatted(
                                                tickets.get((int)
                                                        (Thread.currentThread().threadId() % 4)),
                                                code))
                        .status());

        assertThat(answers).containsOnlyOnce(200);
    }

    @Test
    void of_fifty_with_one_ticket_and_codes_that_are_all_right_one_gets_in() {
        String ticket = tickets(1).getFirst();
        List<String> codes = app.recoveryCodes();

        List<Integer> answers = Parallel.times(
                50,
                () -> browser()
                        .post(
                                "/api/v1/auth/login/second-factor",
                                "{\"ticket\":\"%s\",\"recovery_code\":\"%s\"}".formatted(ticket, codes.get((int)
                                        (Thread.currentThread().threadId() % 10))))
                        .status());

        assertThat(answers).containsOnlyOnce(200);
        assertThat(anna.get("/api/v1/auth/totp").at("recovery_codes")).isEqualTo("9");
    }

    @Test
    void a_code_before_the_last_one_is_as_good_as_spent() {
        String a = app.next();
        String b = app.steps(1);

        assertThat(show(ticket(), a).status()).isEqualTo(200);
        assertThat(show(ticket(), b).status()).isEqualTo(200);
        assertThat(show(ticket(), a).at("code")).isEqualTo("bad_code");
        assertThat(show(ticket(), b).at("code")).isEqualTo("bad_code");
    }

    @Test
    void a_spent_code_stays_spent_after_a_restart() {
        String code = app.next();
        assertThat(show(ticket(), code).status()).isEqualTo(200);

        server.restart();

        assertThat(show(ticket(), code).at("code")).isEqualTo("bad_code");
    }

    @ParameterizedTest
    @CsvSource({"-3, 401", "3, 401"})
    void a_code_of_another_time_is_none(int steps, int status) {
        // Two steps off are one after the time a request takes: the exact edges are the seed's own test.
        server.clock().advance(Duration.ofMinutes(5));

        assertThat(show(ticket(), app.steps(steps)).status()).isEqualTo(status);
    }

    @Test
    @Tag("FT-08")
    void the_fifth_wrong_code_ends_the_ticket_and_closes_the_account_to_codes() {
        String ticket = ticket();
        for (int i = 0; i < 5; i++) {
            assertThat(show(ticket, app.wrong()).at("code")).isEqualTo("bad_code");
        }

        assertThat(show(ticket, app.next()).at("code")).isEqualTo("ticket_expired");
        Answered held = show(ticket(), app.next());
        assertThat(held.status()).isEqualTo(429);
        assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(700, 901);
        assertThat(app.strongStepUp(anna, TestServer.USER_PASSWORD).status())
                .as("the same counter holds for stepping up")
                .isEqualTo(429);
        assertThat(app.signIn(browser(), "anna", TestServer.USER_PASSWORD).status())
                .as("and for a code that comes with the password")
                .isEqualTo(429);

        server.clock().advance(Duration.ofMinutes(15));
        assertThat(show(ticket(), app.next()).status()).isEqualTo(200);
    }

    @Test
    void wrong_codes_at_the_same_moment_are_all_counted() {
        List<String> tickets = tickets(10);
        String wrong = app.wrong();

        List<Integer> answers = Parallel.times(
                40,
                () -> show(tickets.get((int) (Thread.currentThread().threadId() % 10)), wrong)
                        .status());

        assertThat(answers).filteredOn(status -> status == 401).hasSizeGreaterThanOrEqualTo(5);
        assertThat(answers).containsOnly(401, 429);
        assertThat(server.control()
                        .get("/api/v1/audit?event=LOGIN_FAILED&limit=100")
                        .items())
                .as("looked at")
                .hasSize(5);
    }

    @Test
    void wrong_codes_are_remembered_through_a_restart() {
        String ticket = ticket();
        for (int i = 0; i < 5; i++) {
            show(ticket, app.wrong());
        }

        server.restart();

        assertThat(show(ticket(), app.next()).status()).isEqualTo(429);
    }

    @Test
    void wrong_codes_hold_up_nobody_else_and_no_password() {
        server.addUser("bert", "user");
        TestClient bert = browser();
        bert.signIn("bert", TestServer.USER_PASSWORD);
        Authenticator berts = Authenticator.setUp(server, bert, TestServer.USER_PASSWORD);
        String ticket = ticket();
        for (int i = 0; i < 5; i++) {
            show(ticket, app.wrong());
        }

        assertThat(berts.signIn(browser(), "bert", TestServer.USER_PASSWORD).status())
                .isEqualTo(200);
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("second_factor");
    }

    @Test
    void a_code_without_the_password_is_not_looked_at() {
        Answered answer = app.signIn(browser(), "anna", "not her password");

        assertThat(answer.at("code")).isEqualTo("bad_credentials");
        assertThat(show(ticket(), app.steps(0)).status()).as("it is not spent").isEqualTo(200);
    }

    @Test
    void stepping_up_is_for_five_minutes_and_signing_in_is_no_step_up() {
        TestClient other = browser();
        expect(200, app.signIn(other, "anna", TestServer.USER_PASSWORD));
        assertThat(other.post("/api/v1/auth/recovery-codes", "").at("code")).isEqualTo("step_up_required");

        expect(200, app.strongStepUp(other, TestServer.USER_PASSWORD));
        assertThat(other.get("/api/v1/auth/me").at("stepped_up_until")).isNotEqualTo("null");
        server.clock().advance(Duration.ofSeconds(301));
        expect(204, other.post("/api/v1/auth/refresh", ""));

        assertThat(other.post("/api/v1/auth/recovery-codes", "").at("code")).isEqualTo("step_up_required");
    }

    @Test
    void stepping_up_takes_the_right_password_and_leaves_a_trace() {
        assertThat(app.strongStepUp(anna, "not her password").at("code")).isEqualTo("bad_credentials");
        assertThat(server.control().get("/api/v1/audit?event=STEP_UP_FAILED").items())
                .hasSize(1);
        assertThat(browser()
                        .post("/api/v1/auth/step-up", "{\"password\":\"%s\"}".formatted(TestServer.USER_PASSWORD))
                        .status())
                .as("without a session")
                .isEqualTo(401);
    }

    private TestClient browser() {
        return server.browser().always("X-Requested-With", "test");
    }

    private String ticket() {
        return tickets(1).getFirst();
    }

    private List<String> tickets(int count) {
        return Stream.generate(() -> browser()
                        .signIn("anna", TestServer.USER_PASSWORD)
                        .at("ticket")
                        .toString())
                .limit(count)
                .toList();
    }

    private Answered show(String ticket, String code) {
        return browser()
                .post(
                        "/api/v1/auth/login/second-factor",
                        "{\"ticket\":\"%s\",\"totp\":\"%s\"}".formatted(ticket, code));
    }
}
