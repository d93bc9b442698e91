// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import static app.homekeep.server.secondfactor.Authenticator.expect;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who must have a second factor, and from when on.
@Tag("FT-06")
@Tag("DC-04")
class TotpDutyApiTest {
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.addUser("anna", "user");
        server.addUser("adam", "admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void who_must_have_one_sets_it_up_before_they_are_let_in() {
        set("{\"require_totp\":\"everybody\"}");
        TestClient anna = browser();

        Answered first = anna.signIn("anna", TestServer.USER_PASSWORD);

        assertThat(first.at("status")).isEqualTo("second_factor");
        assertThat(first.at("methods")).isEqualTo("[enrolment]");
        assertThat(first.headers().get("set-cookie")).isNull();
        Answered shown = expect(200, anna.post("/api/v1/auth/login/enrolment", SecondFactorApiTest.ticket(first)));
        var app = new Authenticator(server, shown.at("secret").toString(), List.of());
        Answered wrong =
                anna.post("/api/v1/auth/login/second-factor", SecondFactorApiTest.shown(first, "totp", app.wrong()));
        assertThat(wrong.at("code")).isEqualTo("bad_code");
        Answered in =
                anna.post("/api/v1/auth/login/second-factor", SecondFactorApiTest.shown(first, "totp", app.next()));
        assertThat(in.at("status")).isEqualTo("signed_in");
        assertThat(Authenticator.codes(in)).hasSize(10);
        assertThat(anna.get("/api/v1/auth/totp").at("required")).isEqualTo("true");
    }

    @Test
    void an_account_or_a_role_can_be_the_reason() {
        TestClient control = server.control();
        String anna = String.valueOf(
                control.get("/api/v1/users?name=anna").items().getFirst().get("id"));

        change(control, "/api/v1/users/" + anna, "{\"require_totp\":true}");
        change(control, "/api/v1/roles/admin", "{\"require_totp\":true}");

        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("methods"))
                .isEqualTo("[enrolment]");
        assertThat(browser().signIn("adam", TestServer.USER_PASSWORD).at("methods"))
                .isEqualTo("[enrolment]");
        change(control, "/api/v1/users/" + anna, "{\"require_totp\":false}");
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("signed_in");
    }

    private static void change(TestClient control, String path, String json) {
        expect(200, control.send("PATCH", path, BodyPublishers.ofString(json), "Content-Type", "application/json"));
    }

    @Test
    void managers_are_those_who_may_do_something_to_others() {
        set("{\"require_totp\":\"managers\"}");

        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("signed_in");
        assertThat(browser().signIn("adam", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("second_factor");
        assertThat(browser().signIn("olga", TestServer.OWNER_PASSWORD).at("status"))
                .isEqualTo("second_factor");
    }

    @Test
    void grace_counts_from_the_first_sign_in_that_finds_one_missing() {
        set("{\"require_totp\":\"everybody\",\"totp_grace_hours\":48}");
        server.clock().advance(Duration.ofDays(10));
        TestClient anna = browser();

        assertThat(anna.signIn("anna", TestServer.USER_PASSWORD).at("status")).isEqualTo("signed_in");
        Object due = anna.get("/api/v1/auth/me").at("totp_due_at");
        assertThat(anna.get("/api/v1/auth/totp").at("due_at")).isEqualTo(due);
        server.clock().advance(Duration.ofHours(47));
        assertThat(anna.signIn("anna", TestServer.USER_PASSWORD).at("status")).isEqualTo("signed_in");
        assertThat(anna.get("/api/v1/auth/me").at("totp_due_at"))
                .as("signing in again gains no time")
                .isEqualTo(due);
        server.clock().advance(Duration.ofHours(1).plusSeconds(5));
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("methods"))
                .isEqualTo("[enrolment]");
    }

    @Test
    void grace_outlives_a_restart_and_begins_anew_with_a_new_demand() {
        set("{\"require_totp\":\"everybody\",\"totp_grace_hours\":2}");
        browser().signIn("anna", TestServer.USER_PASSWORD);
        server.restart();
        server.clock().advance(Duration.ofHours(3));
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("second_factor");

        set("{\"require_totp\":\"nobody\"}");
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("signed_in");
        set("{\"require_totp\":\"everybody\"}");

        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("status"))
                .isEqualTo("signed_in");
    }

    @Test
    void who_must_have_one_can_not_take_it_away() {
        TestClient anna = browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        set("{\"require_totp\":\"everybody\"}");
        expect(200, app.strongStepUp(anna, TestServer.USER_PASSWORD));

        assertThat(anna.delete("/api/v1/auth/totp").at("code")).isEqualTo("forbidden");
        assertThat(anna.get("/api/v1/auth/totp").at("enabled")).isEqualTo("true");
    }

    @Test
    void a_setting_takes_only_its_words() {
        Answered refused = server.control()
                .send(
                        "PATCH",
                        "/api/v1/settings",
                        BodyPublishers.ofString("{\"require_totp\":\"some\"}"),
                        "Content-Type",
                        "application/json");

        assertThat(refused.status()).isEqualTo(400);
    }

    private TestClient browser() {
        return server.browser().always("X-Requested-With", "test");
    }

    private void set(String settings) {
        expect(
                200,
                server.control()
                        .send(
                                "PATCH",
                                "/api/v1/settings",
                                BodyPublishers.ofString(settings),
                                "Content-Type",
                                "application/json"));
    }
}
