// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import static app.homekeep.server.secondfactor.Authenticator.code;
import static app.homekeep.server.secondfactor.Authenticator.expect;
import static app.homekeep.server.secondfactor.Authenticator.stepUp;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("FT-06")
class SecondFactorApiTest {
    private TestServer server;
    private TestClient anna;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.addUser("anna", "user");
        anna = browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void one_sets_up_an_app_and_signs_in_with_its_codes() {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        TestClient other = browser();

        Answered first = other.signIn("anna", TestServer.USER_PASSWORD);
        Answered second = other.post("/api/v1/auth/login/second-factor", shown(first, "totp", app.next()));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("status")).isEqualTo("second_factor");
        assertThat(first.at("methods")).isEqualTo("[totp, recovery_code]");
        assertThat(first.headers().get("set-cookie")).isNull();
        assertThat(second.at("status")).isEqualTo("signed_in");
        assertThat(second.at("user.totp")).isEqualTo("true");
        assertThat(other.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void a_code_may_come_with_the_password() {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);

        assertThat(app.signIn(browser(), "anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("signed_in");
    }

    @Test
    void what_is_shown_to_set_it_up_is_enough_for_any_app() {
        stepUp(anna, TestServer.USER_PASSWORD);

        Answered shown = anna.post("/api/v1/auth/totp/enrolment", "");

        String secret = shown.at("secret").toString();
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(shown.at("otpauth_uri").toString())
                .startsWith("otpauth://totp/Olga%27s%20home:anna?secret=" + secret)
                .contains("issuer=Olga%27s%20home");
        assertThat(shown.at("qr_svg").toString()).startsWith("<svg").doesNotContain("script");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(anna.get("/api/v1/auth/totp").at("enabled")).isEqualTo("false");
    }

    @Test
    void a_stolen_session_sets_nothing_up_and_takes_nothing_away() {
        for (Answered refused : List.of(
                anna.post("/api/v1/auth/totp/enrolment", ""),
                anna.delete("/api/v1/auth/totp"),
                anna.post("/api/v1/auth/recovery-codes", ""))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("code")).isEqualTo("step_up_required");
        }
    }

    @Test
    void setting_it_up_ends_the_other_sessions_and_keeps_this_one() {
        TestClient other = browser();
        other.signIn("anna", TestServer.USER_PASSWORD);

        Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);

        assertThat(other.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(anna.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(events()).contains("TOTP_ENABLE SUCCESS");
    }

    @Test
    void the_one_in_force_stays_until_the_next_is_confirmed() {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        expect(200, app.strongStepUp(anna, TestServer.USER_PASSWORD));
        Answered shown = expect(200, anna.post("/api/v1/auth/totp/enrolment", ""));
        var next = new Authenticator(server, shown.at("secret").toString(), List.of());

        assertThat(app.signIn(browser(), "anna", TestServer.USER_PASSWORD).status())
                .isEqualTo(200);
        expect(200, anna.post("/api/v1/auth/totp/confirm", code("code", next.next())));

        assertThat(app.signIn(browser(), "anna", TestServer.USER_PASSWORD).at("code"))
                .isEqualTo("bad_code");
        assertThat(next.signIn(browser(), "anna", TestServer.USER_PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void a_seed_that_nobody_confirms_is_forgotten() {
        stepUp(anna, TestServer.USER_PASSWORD);
        Answered shown = anna.post("/api/v1/auth/totp/enrolment", "");
        var app = new Authenticator(server, shown.at("secret").toString(), List.of());
        server.clock().advance(Duration.ofMinutes(16));
        anna.post("/api/v1/auth/refresh", "");

        assertThat(anna.post("/api/v1/auth/totp/confirm", code("code", app.next()))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void the_code_that_confirmed_it_opens_nothing_else() {
        stepUp(anna, TestServer.USER_PASSWORD);
        Answered shown = anna.post("/api/v1/auth/totp/enrolment", "");
        var app = new Authenticator(server, shown.at("secret").toString(), List.of());
        String used = app.next();
        expect(200, anna.post("/api/v1/auth/totp/confirm", code("code", used)));

        Answered again = browser().post("/api/v1/auth/login", withCode(used));

        assertThat(again.at("code")).isEqualTo("bad_code");
    }

    @Test
    void each_recovery_code_is_good_once_however_it_is_typed() {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        assertThat(app.recoveryCodes()).hasSize(10).allMatch(code -> code.matches("([0-9A-HJKMNP-TV-Z]{4}-?){4}"));
        assertThat(new HashSet<>(app.recoveryCodes())).hasSize(10);
        String typed = app.recoveryCodes().get(3).toLowerCase(Locale.ROOT).replace("-", " ");

        TestClient other = browser();
        Answered first = other.signIn("anna", TestServer.USER_PASSWORD);
        Answered in = other.post("/api/v1/auth/login/second-factor", shown(first, "recovery_code", typed));
        Answered again = browser().signIn("anna", TestServer.USER_PASSWORD);
        Answered refused = other.post("/api/v1/auth/login/second-factor", shown(again, "recovery_code", typed));

        assertThat(in.at("status")).isEqualTo("signed_in");
        assertThat(refused.at("code")).isEqualTo("bad_code");
        assertThat(other.get("/api/v1/auth/totp").at("recovery_codes")).isEqualTo("9");
        assertThat(events()).contains("RECOVERY_CODE_USED SUCCESS");
    }

    @Test
    void new_recovery_codes_make_the_old_ones_worthless() {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        expect(200, app.strongStepUp(anna, TestServer.USER_PASSWORD));

        List<String> fresh = Authenticator.codes(expect(200, anna.post("/api/v1/auth/recovery-codes", "")));

        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes());
        Answered first = browser().signIn("anna", TestServer.USER_PASSWORD);
        assertThat(browser()
                        .post(
                                "/api/v1/auth/login/second-factor",
                                shown(
                                        first,
                                        "recovery_code",
                                        app.recoveryCodes().getFirst()))
                        .at("code"))
                .isEqualTo("bad_code");
        assertThat(browser()
                        .post("/api/v1/auth/login/second-factor", shown(first, "recovery_code", fresh.getFirst()))
                        .at("status"))
                .isEqualTo("signed_in");
    }

    @Test
    void somebody_elses_recovery_code_opens_nothing() {
        Authenticator annas = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        server.addUser("bert", "user");
        TestClient bert = browser();
        bert.signIn("bert", TestServer.USER_PASSWORD);
        Authenticator.setUp(server, bert, TestServer.USER_PASSWORD);

        Answered first = browser().signIn("bert", TestServer.USER_PASSWORD);

        assertThat(browser()
                        .post(
                                "/api/v1/auth/login/second-factor",
                                shown(
                                        first,
                                        "recovery_code",
                                        annas.recoveryCodes().getFirst()))
                        .at("code"))
                .isEqualTo("bad_code");
    }

    @Test
    void taking_it_away_needs_a_code_and_ends_the_other_sessions() {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        TestClient other = browser();
        app.signIn(other, "anna", TestServer.USER_PASSWORD);
        assertThat(stepUp(anna, TestServer.USER_PASSWORD).at("code")).isEqualTo("second_factor_required");
        assertThat(anna.delete("/api/v1/auth/totp").at("code")).isEqualTo("step_up_required");
        expect(200, app.strongStepUp(anna, TestServer.USER_PASSWORD));

        assertThat(anna.delete("/api/v1/auth/totp").status()).isEqualTo(204);

        assertThat(other.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("signed_in");
        assertThat(events()).contains("TOTP_DISABLE SUCCESS");
    }

    @Test
    @Tag("DC-04")
    void the_owner_sets_one_up_with_somebody_at_the_panel() {
        String id = idOf("anna");
        Answered shown = expect(200, server.control().post("/api/v1/users/" + id + "/totp-enrolment", ""));
        var app = new Authenticator(server, shown.at("secret").toString(), List.of());

        Answered wrong = server.control().post("/api/v1/users/" + id + "/totp-confirm", code("code", app.wrong()));
        Answered right = server.control().post("/api/v1/users/" + id + "/totp-confirm", code("code", app.next()));

        assertThat(wrong.at("code")).isEqualTo("bad_code");
        assertThat(Authenticator.codes(right)).hasSize(10);
        assertThat(anna.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(app.signIn(browser(), "anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("signed_in");
    }

    @Test
    @Tag("DC-04")
    void a_reset_needs_no_code_and_the_next_sign_in_sets_up_a_new_one() {
        Authenticator lost = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);

        Answered reset = server.control().post("/api/v1/users/" + idOf("anna") + "/totp-reset", "");

        assertThat(reset.status()).isEqualTo(204);
        assertThat(anna.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        TestClient other = browser();
        Answered first = other.signIn("anna", TestServer.USER_PASSWORD);
        assertThat(first.at("methods")).isEqualTo("[enrolment]");
        assertThat(other.post("/api/v1/auth/login/second-factor", shown(first, "totp", lost.next()))
                        .status())
                .isNotEqualTo(200);
        Answered shown = expect(200, other.post("/api/v1/auth/login/enrolment", ticket(first)));
        var app = new Authenticator(server, shown.at("secret").toString(), List.of());
        Answered in = other.post("/api/v1/auth/login/second-factor", shown(first, "totp", app.next()));
        assertThat(in.at("status")).isEqualTo("signed_in");
        assertThat(Authenticator.codes(in)).hasSize(10);
        assertThat(events()).contains("TOTP_RESET SUCCESS", "TOTP_ENABLE SUCCESS");
    }

    @Test
    @Tag("LN-07")
    void an_administrator_touches_neither_the_owners_nor_another_administrators() {
        server.addUser("adam", "admin");
        server.addUser("amy", "admin");
        TestClient adam = browser();
        adam.signIn("adam", TestServer.USER_PASSWORD);
        Authenticator app = Authenticator.setUp(server, adam, TestServer.USER_PASSWORD);
        expect(200, app.strongStepUp(adam, TestServer.USER_PASSWORD));

        for (String user : List.of("olga", "amy")) {
            for (String what : List.of("totp-enrolment", "totp-reset", "reset-password")) {
                assertThat(adam.post("/api/v1/users/" + idOf(user) + "/" + what, "")
                                .at("code"))
                        .as(user + " " + what)
                        .isEqualTo("forbidden");
            }
        }
        assertThat(adam.post("/api/v1/users/" + idOf("anna") + "/totp-reset", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void the_database_holds_no_secret_in_the_clear() throws Exception {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        server.restart();

        for (Path file : Stream.of("homekeep.db", "homekeep.db-wal")
                .map(server.data()::resolve)
                .toList()) {
            if (Files.exists(file)) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(app.secret());
                app.recoveryCodes()
                        .forEach(code -> assertThat(bytes).doesNotContain(code).doesNotContain(code.replace("-", "")));
            }
        }
        assertThat(app.signIn(browser(), "anna", TestServer.USER_PASSWORD).at("status"))
                .as("and it works after a restart")
                .isEqualTo("signed_in");
    }

    private TestClient browser() {
        return server.browser().always("X-Requested-With", "test");
    }

    private String idOf(String username) {
        return Authenticator.idOf(server, username);
    }

    private List<String> events() {
        return server.control().get("/api/v1/audit?limit=50").items().stream()
                .map(item -> item.get("event") + " " + item.get("outcome"))
                .toList();
    }

    private static String withCode(String code) {
        return "{\"username\":\"anna\",\"password\":\"%s\",\"totp\":\"%s\"}".formatted(TestServer.USER_PASSWORD, code);
    }

    static String ticket(Answered first) {
        return "{\"ticket\":\"%s\"}".formatted(first.at("ticket"));
    }

    static String shown(Answered first, String member, String code) {
        return "{\"ticket\":\"%s\",\"%s\":\"%s\"}".formatted(first.at("ticket"), member, code);
    }
}
