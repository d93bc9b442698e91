// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInApiTest {
    private TestServer server;
    private TestClient browser;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        browser = server.browser();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("LF-01")
    @Tag("LN-01")
    void signing_in_sets_cookies_that_no_script_can_read() {
        Answered answer = browser.signIn("olga", TestServer.OWNER_PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("status")).isEqualTo("signed_in");
        assertThat(answer.at("user.username")).isEqualTo("olga");
        assertThat(answer.headers().get("set-cookie"))
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly"));
        assertThat(cookie(answer, "homekeep="))
                .contains("Path=/")
                .contains("SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(cookie(answer, "homekeep_refresh="))
                .containsIgnoringCase("Path=/api/v1/auth")
                .contains("SameSite=Strict");
        assertThat(answer.text()).doesNotContain(browser.cookies().get("homekeep"));
    }

    @Test
    @Tag("LF-01")
    @Tag("DC-06")
    void over_https_the_cookies_are_host_bound_and_secure() {
        TestClient phone = server.phone();

        Answered answer = phone.signIn("olga", TestServer.OWNER_PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(cookie(answer, "__Host-homekeep=")).contains("Secure").contains("Path=/");
        assertThat(cookie(answer, "__Secure-homekeep_refresh=")).contains("Secure");
        assertThat(phone.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    @Tag("LF-06")
    void who_is_signed_in_sees_who_they_are() {
        browser.signIn("olga", TestServer.OWNER_PASSWORD);

        Answered me = browser.get("/api/v1/auth/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("user.role")).isEqualTo("owner");
        assertThat(me.header("Cache-Control")).contains("no-store");
        assertThat(me.text()).doesNotContain("argon2").doesNotContain("password");
    }

    @Test
    @Tag("LN-03")
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        Answered wrong = browser.signIn("olga", "not her password");
        Answered unknown = browser.signIn("nobody", "not her password");

        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.at("code")).isEqualTo("bad_credentials");
        assertThat(wrong.text().replaceAll("\"request_id\":\"[^\"]*\"", ""))
                .isEqualTo(unknown.text().replaceAll("\"request_id\":\"[^\"]*\"", ""));
        assertThat(wrong.headers().get("set-cookie")).isNull();
    }

    @ParameterizedTest
    @Tag("LF-10")
    @CsvSource(delimiter = '|', textBlock = """
            {"username":"olga"}                                          | password
            {"password":"x"}                                             | username
            {"username":"olga","password":"x","admin":true}              | admin
            {"username":7,"password":"x"}                                | username
            {"username":"olga","password":"x","remember":"yes"}          | remember
            {"username":"olga","username":"anna","password":"x"}         | username
            """)
    void a_body_that_is_not_as_agreed_is_refused_by_its_member(String body, String field) {
        Answered answer = browser.post("/api/v1/auth/login", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("code")).isEqualTo("bad_request");
        assertThat(String.valueOf(answer.json().get("fields"))).contains(field);
    }

    @ParameterizedTest
    @Tag("LF-10")
    @ValueSource(
            strings = {"", "{", "[]", "null", "\"text\"", "{\"username\":\"olga\",\"password\":\"x\"} more", "\u0000"})
    void what_is_not_json_is_refused(String body) {
        Answered answer = browser.post("/api/v1/auth/login", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("request_id")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_looked_at() {
        String body = "{\"username\":\"" + "x".repeat(70_000) + "\",\"password\":\"x\"}";

        assertThat(browser.post("/api/v1/auth/login", body).status()).isEqualTo(413);
    }

    @Test
    @Tag("LF-04")
    void signing_out_clears_the_cookies_and_ends_the_session_on_the_server() {
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
        TestClient copy = browser.twin();

        Answered out = browser.post("/api/v1/auth/logout", "", "X-Requested-With", "test");

        assertThat(out.status()).isEqualTo(204);
        assertThat(browser.cookies()).containsOnlyKeys("homekeep_device");
        assertThat(copy.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(copy.post("/api/v1/auth/refresh", "").at("code")).isEqualTo("session_revoked");
    }

    @Test
    @Tag("LF-04")
    void signing_out_without_being_signed_in_is_fine() {
        assertThat(browser.post("/api/v1/auth/logout", "").status()).isEqualTo(204);
    }

    @Test
    @Tag("LF-04")
    void signing_out_works_with_the_refresh_cookie_alone() {
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
        TestClient copy = browser.twin();
        browser.cookies().remove("homekeep");

        assertThat(browser.post("/api/v1/auth/logout", "").status()).isEqualTo(204);
        assertThat(copy.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    @Tag("FT-05")
    @Tag("FO-03")
    void an_access_token_ends_soon_and_is_renewed() {
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
        String first = browser.cookies().get("homekeep");
        server.clock().advance(Duration.ofMinutes(6));

        assertThat(browser.get("/api/v1/auth/me").at("code")).isEqualTo("session_expired");
        assertThat(browser.post("/api/v1/auth/refresh", "").status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(browser.cookies().get("homekeep")).isNotEqualTo(first);
    }

    @Test
    @Tag("LF-03")
    void after_the_sessions_time_one_signs_in_again() {
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
        server.clock().advance(Duration.ofHours(25));

        Answered refused = browser.post("/api/v1/auth/refresh", "");

        assertThat(refused.at("code")).isEqualTo("session_expired");
        assertThat(browser.cookies()).as("both are cleared").containsOnlyKeys("homekeep_device");
    }

    @Test
    @Tag("LN-01")
    void each_sign_in_is_a_session_of_its_own() {
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
        Object first = browser.get("/api/v1/auth/me").at("session_id");
        browser.signIn("olga", TestServer.OWNER_PASSWORD);

        assertThat(browser.get("/api/v1/auth/me").at("session_id")).isNotEqualTo(first);
    }

    @Test
    @Tag("LN-03")
    void a_name_is_the_same_however_it_is_written() {
        assertThat(browser.signIn("OLGA", TestServer.OWNER_PASSWORD).status()).isEqualTo(200);
        assertThat(browser.signIn("ｏｌｇａ", TestServer.OWNER_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void every_way_in_and_out_is_in_the_audit_log() {
        browser.signIn("olga", "not her password");
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
        browser.post("/api/v1/auth/logout", "", "X-Requested-With", "test");

        List<String> events = server.control().get("/api/v1/audit?limit=3").items().stream()
                .map(item -> item.get("event") + " " + item.get("outcome"))
                .toList();
        assertThat(events).containsExactly("USER_LOGOUT SUCCESS", "USER_LOGIN SUCCESS", "LOGIN_FAILED FAILED");
    }

    private static String cookie(Answered answer, String start) {
        return answer.headers().getOrDefault("set-cookie", List.of()).stream()
                .filter(cookie -> cookie.startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
