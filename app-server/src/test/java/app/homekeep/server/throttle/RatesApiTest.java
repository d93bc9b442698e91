// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("FT-08")
@Tag("FO-06")
@Tag("LN-05")
class RatesApiTest {
    private TestServer server;
    private int names;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.limitRates();
        // On a busy machine a test's requests may take as long as a refill.
        server.clock().stop();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_eleventh_sign_in_of_a_minute_is_told_how_long_to_wait_and_that_is_true() {
        useLogins(server.browser(), 10);

        Answered eleventh = signIn(server.browser());

        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.at("code")).isEqualTo("too_many_requests");
        assertThat(eleventh.text()).contains("second");
        int wait = Integer.parseInt(eleventh.header("Retry-After"));
        assertThat(wait).isBetween(1, 6);
        server.clock().advance(Duration.ofSeconds(wait));
        assertThat(signIn(server.browser()).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/v1/auth/register        | {"username":"ben","password":"a boat on the quiet lake"}                 | 5
                    /api/v1/auth/forgot-password | {"username":"nobody"}                                                     | 3
                    /api/v1/auth/reset-password  | {"username":"nobody","code":"AAAA-BBBB","password":"a boat on the quiet lake"} | 3
                    """)
    void what_a_person_does_rarely_has_a_rate_of_its_own(String path, String body, int most) {
        TestClient browser = server.browser();
        for (int i = 0; i < most; i++) {
            assertThat(browser.post(path, body).status()).isNotEqualTo(429);
        }

        Answered tooMany = browser.post(path, body);

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(1, 60);
        assertThat(signIn(browser).status()).as("others are counted apart").isEqualTo(401);
    }

    @Test
    void an_account_s_end_is_asked_for_twice_a_minute_at_most() {
        TestClient browser = signedIn().always("X-Requested-With", "test");
        for (int i = 0; i < 2; i++) {
            assertThat(browser.delete("/api/v1/account").status()).isEqualTo(403);
        }

        assertThat(browser.delete("/api/v1/account").status()).isEqualTo(429);
    }

    @Test
    void the_doors_share_an_addresss_count() {
        useLogins(server.browser(), 5);
        useLogins(server.phone(), 5);

        assertThat(signIn(server.browser()).status()).isEqualTo(429);
        assertThat(signIn(server.phone()).status()).isEqualTo(429);
    }

    @Test
    void a_restart_does_not_forget_them() {
        useLogins(server.browser(), 10);

        server.restart();

        assertThat(signIn(server.browser()).status()).isEqualTo(429);
    }

    @Test
    void the_control_door_is_never_held_back() {
        server.set("rate_writes_without_session_per_hour", "1");
        server.set("rate_login_per_minute", "1");
        for (int i = 0; i < 30; i++) {
            server.set("server_name", "\"Home " + i + "\"");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(signIn(server.control()).status()).isEqualTo(401);
        }
    }

    @Test
    void they_are_switched_off_and_on_at_once() {
        server.set("rate_login_per_minute", "1");
        signIn(server.browser());
        assertThat(signIn(server.browser()).status()).isEqualTo(429);

        server.set("rate_limits_enabled", "false");
        assertThat(signIn(server.browser()).status()).isEqualTo(401);

        server.limitRates();
        assertThat(signIn(server.browser()).status()).isEqualTo(429);
    }

    @Test
    void a_session_that_reads_too_often_waits_and_another_one_does_not() {
        TestClient browser = signedIn();
        TestClient other = signedIn();
        server.set("rate_reads_per_minute", "3");
        for (int i = 0; i < 3; i++) {
            assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
        }

        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(429);
        assertThat(other.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(server.browser().get("/api/v1/system/health").status()).isEqualTo(200);
    }

    @Test
    void a_session_that_writes_too_often_waits_but_reads_on() {
        TestClient browser = signedIn();
        server.set("rate_writes_per_minute", "2");
        for (int i = 0; i < 2; i++) {
            assertThat(endSomeSession(browser).status()).isEqualTo(404);
        }

        assertThat(endSomeSession(browser).status()).isEqualTo(429);
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void what_another_site_sends_uses_nothing_up() {
        server.set("rate_login_per_minute", "1");
        for (int i = 0; i < 5; i++) {
            Answered answer = server.browser()
                    .post(
                            "/api/v1/auth/login",
                            "{\"username\":\"x\",\"password\":\"y\"}",
                            "Sec-Fetch-Site",
                            "cross-site");
            assertThat(answer.status()).isEqualTo(403);
        }

        assertThat(signIn(server.browser()).status()).isEqualTo(401);
    }

    @Test
    void whoever_writes_without_a_session_is_counted_by_address() {
        server.set("rate_writes_without_session_per_hour", "2");
        for (int i = 0; i < 2; i++) {
            assertThat(server.browser().post("/api/v1/auth/refresh", "").status())
                    .isEqualTo(401);
        }

        Answered third = server.browser().post("/api/v1/no-such-path", "");

        assertThat(third.status()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1790, 1800);
    }

    @Test
    void uploads_have_a_burst() {
        TestClient browser = signedIn();
        String space =
                String.valueOf(browser.get("/api/v1/spaces").items().getFirst().get("id"));
        server.set("rate_uploads_burst", "2");
        server.set("rate_uploads_per_minute", "60");
        for (int i = 0; i < 2; i++) {
            assertThat(upload(browser, space, i).status()).isEqualTo(201);
        }

        Answered third = upload(browser, space, 3);

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).isEqualTo("1");
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(upload(browser, space, 4).status()).isEqualTo(201);
    }

    @Test
    void an_address_that_is_refused_is_listed_and_can_be_let_in_again() {
        useLogins(server.browser(), 11);
        var block = server.control().get("/api/v1/blocks").items().getFirst();
        assertThat(block.get("kind")).isEqualTo("rate");
        assertThat(String.valueOf(block.get("address"))).startsWith("127.");

        assertThat(server.control().delete("/api/v1/blocks/" + block.get("id")).status())
                .isEqualTo(204);

        assertThat(signIn(server.browser()).status()).isEqualTo(401);
        assertThat(server.control().get("/api/v1/blocks").items()).isEmpty();
    }

    private void useLogins(TestClient client, int count) {
        for (int i = 0; i < count; i++) {
            signIn(client);
        }
    }

    /// Under a new name each time, so that no wait after wrong passwords comes in between.
    private Answered signIn(TestClient client) {
        names++;
        return client.signIn("nobody" + names, "not a password");
    }

    private TestClient signedIn() {
        TestClient browser = server.browser();
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
        return browser;
    }

    private static Answered endSomeSession(TestClient browser) {
        return browser.delete("/api/v1/auth/sessions/none", "X-Requested-With", "test");
    }

    private static Answered upload(TestClient browser, String space, int number) {
        return browser.post(
                "/api/v1/spaces/" + space + "/upload?path=/" + number + ".txt",
                "some words",
                "X-Requested-With",
                "test");
    }
}
