// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import static app.homekeep.server.secondfactor.Authenticator.expect;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.Parallel;
import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import app.homekeep.server.network.Link;
import app.homekeep.server.secondfactor.Authenticator;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("LN-02")
class NewPasswordApiTest {
    private static final String NEW = "seven swans a-swimming";

    private TestServer server;
    private TestClient anna;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(
                folder,
                new Link(
                        "192.168.1.1",
                        "192.168.1.0/24",
                        Optional.of("02:00:00:00:00:01"),
                        List.of(InetAddress.ofLiteral("127.0.0.2"))));
        server.addUser("anna", "user");
        anna = browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("FT-05")
    void a_new_password_ends_the_other_sessions_and_this_one_goes_on() {
        TestClient other = browser();
        other.signIn("anna", TestServer.USER_PASSWORD);
        Object session = anna.get("/api/v1/auth/me").at("session_id");

        assertThat(change(anna, TestServer.USER_PASSWORD, NEW).status()).isEqualTo(204);

        assertThat(other.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(other.post("/api/v1/auth/refresh", "").at("code")).isEqualTo("session_revoked");
        assertThat(anna.get("/api/v1/auth/me").at("session_id")).isEqualTo(session);
        assertThat(anna.post("/api/v1/auth/refresh", "").status()).isEqualTo(204);
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).at("code"))
                .isEqualTo("bad_credentials");
        assertThat(browser().signIn("anna", NEW).status()).isEqualTo(200);
        assertThat(events()).contains("PASSWORD_CHANGE SUCCESS");
    }

    @Test
    @Tag("FT-05")
    void a_copy_of_the_old_refresh_token_is_found_out() {
        TestClient thief = anna.twin();
        expect(204, change(anna, TestServer.USER_PASSWORD, NEW));
        server.clock().advance(Duration.ofSeconds(11));

        assertThat(thief.post("/api/v1/auth/refresh", "").at("code")).isEqualTo("session_revoked");
    }

    @Test
    void who_does_not_know_the_old_one_changes_nothing() {
        Answered refused = change(anna, "not her password", NEW);

        assertThat(refused.at("code")).isEqualTo("bad_credentials");
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).status()).isEqualTo(200);
        assertThat(events()).contains("PASSWORD_CHANGE FAILED");
    }

    @Test
    void a_new_one_that_is_no_good_is_refused_by_its_member() {
        for (String bad : List.of("short", "anna anna", "passwordpassword", "aaaaaaaaaaaaaaa")) {
            Answered refused = change(anna, TestServer.USER_PASSWORD, bad);
            assertThat(refused.status()).as(bad).isEqualTo(400);
            assertThat(String.valueOf(refused.json().get("fields"))).contains("new");
        }
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @Tag("FT-06")
    void with_a_second_factor_it_takes_one() {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        assertThat(change(anna, TestServer.USER_PASSWORD, NEW).at("code")).isEqualTo("step_up_required");

        expect(200, app.strongStepUp(anna, TestServer.USER_PASSWORD));

        assertThat(change(anna, TestServer.USER_PASSWORD, NEW).status()).isEqualTo(204);
    }

    @Test
    void of_ten_changes_at_once_one_wins() {
        List<Integer> answers = Parallel.times(
                10, () -> change(anna.twin(), TestServer.USER_PASSWORD, NEW).status());

        assertThat(answers).containsOnlyOnce(204);
    }

    @Test
    @Tag("LN-03")
    void a_forgotten_password_is_one_request_in_the_panel() {
        forgot("ANNA");
        forgot("anna");
        forgot("nobody");

        List<Map<String, Object>> items =
                server.control().get("/api/v1/reset-requests").items();

        assertThat(items)
                .singleElement()
                .satisfies(item -> assertThat(item)
                        .containsEntry("user", "anna")
                        .containsEntry("address", "127.0.0.1")
                        .containsKeys("id", "user_id", "display_name", "created_at"));
        String id = String.valueOf(items.getFirst().get("id"));
        assertThat(server.control().delete("/api/v1/reset-requests/" + id).status())
                .isEqualTo(204);
        assertThat(server.control().delete("/api/v1/reset-requests/" + id).status())
                .isEqualTo(404);
        assertThat(server.control().get("/api/v1/reset-requests").items()).isEmpty();
        assertThat(anna.get("/api/v1/reset-requests").status()).isEqualTo(403);
    }

    @Test
    void a_code_sets_a_new_password_once_and_ends_every_session() {
        forgot("anna");
        Answered made = code("anna");
        assertThat(made.at("code").toString()).matches("([0-9A-HJKMNP-TV-Z]{4}-?){4}");
        assertThat(made.at("url").toString()).startsWith("https://").endsWith("/reset#anna:" + made.at("code"));
        assertThat(server.control().get("/api/v1/reset-requests").items())
                .as("the request is settled")
                .isEmpty();

        String typed = made.at("code").toString().toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(reset("Anna", typed, NEW).status()).isEqualTo(204);

        assertThat(anna.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(browser().signIn("anna", NEW).status()).isEqualTo(200);
        assertThat(reset("anna", typed, "nine ladies dancing").at("code")).isEqualTo("bad_code");
        assertThat(events()).contains("PASSWORD_RESET_CODE SUCCESS", "PASSWORD_RESET SUCCESS", "PASSWORD_RESET FAILED");
    }

    @Test
    void of_a_dozen_with_one_code_one_sets_the_password() {
        String code = code("anna").at("code").toString();

        List<Integer> answers =
                Parallel.times(12, () -> reset("anna", code, NEW).status());

        assertThat(answers).containsOnlyOnce(204);
    }

    @Test
    void a_code_is_for_a_day_one_account_and_until_the_next() {
        server.addUser("bert", "user");
        String first = code("anna").at("code").toString();
        String second = code("anna").at("code").toString();

        assertThat(reset("anna", first, NEW).at("code")).isEqualTo("bad_code");
        assertThat(reset("bert", second, NEW).at("code")).isEqualTo("bad_code");
        server.clock().advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(reset("anna", second, NEW).at("code")).isEqualTo("bad_code");
    }

    @Test
    void a_password_that_is_no_good_does_not_spend_the_code() {
        String code = code("anna").at("code").toString();

        assertThat(reset("anna", code, "short").status()).isEqualTo(400);
        assertThat(reset("anna", code, NEW).status()).isEqualTo(204);
    }

    @Test
    @Tag("FT-06")
    void a_new_password_by_code_leaves_the_second_factor() {
        Authenticator app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
        expect(204, reset("anna", code("anna").at("code").toString(), NEW));

        assertThat(browser().signIn("anna", NEW).at("status")).isEqualTo("second_factor");
        assertThat(app.signIn(browser(), "anna", NEW).at("status")).isEqualTo("signed_in");
    }

    @Test
    void the_owners_way_back_in_is_at_the_machine_alone() {
        TestClient olga = browser();
        olga.signIn("olga", TestServer.OWNER_PASSWORD);
        Authenticator.setUp(server, olga, TestServer.OWNER_PASSWORD);
        String body = "{\"password\":\"%s\"}".formatted(NEW);

        assertThat(olga.post("/control/owner/recover", body).status()).isEqualTo(404);
        assertThat(server.control()
                        .post("/control/owner/recover", "{\"password\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(server.control().post("/control/owner/recover", body).status())
                .isEqualTo(204);

        assertThat(olga.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(anna.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(browser().signIn("olga", TestServer.OWNER_PASSWORD).status()).isEqualTo(401);
        assertThat(browser().signIn("olga", NEW).at("status")).isEqualTo("signed_in");
        assertThat(events()).contains("OWNER_RECOVER SUCCESS");
    }

    @Test
    @Tag("DC-03")
    @Timeout(20)
    void a_new_password_closes_the_open_stream_of_another_device() throws Exception {
        TestClient other = browser();
        other.signIn("anna", TestServer.USER_PASSWORD);
        var stream = other.open("/api/v1/events");

        change(anna, TestServer.USER_PASSWORD, NEW);

        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().toList()).contains("event: session_revoked", "data: {\"reason\":\"password\"}");
        }
    }

    private TestClient browser() {
        return server.browser().always("X-Requested-With", "test");
    }

    private static Answered change(TestClient browser, String current, String next) {
        return browser.post("/api/v1/auth/password", "{\"current\":\"%s\",\"new\":\"%s\"}".formatted(current, next));
    }

    private void forgot(String username) {
        expect(202, server.browser().post("/api/v1/auth/forgot-password", "{\"username\":\"%s\"}".formatted(username)));
    }

    private Answered code(String username) {
        return expect(
                200,
                server.control().post("/api/v1/users/" + Authenticator.idOf(server, username) + "/reset-password", ""));
    }

    private Answered reset(String username, String code, String password) {
        return server.browser()
                .post(
                        "/api/v1/auth/reset-password",
                        "{\"username\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}"
                                .formatted(username, code, password));
    }

    private List<String> events() {
        return server.control().get("/api/v1/audit?limit=50").items().stream()
                .map(item -> item.get("event") + " " + item.get("outcome"))
                .toList();
    }
}
