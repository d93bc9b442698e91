// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SessionApiTest {
    private TestServer server;
    private TestClient browser;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        browser = server.browser();
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("FT-07")
    void one_sees_ones_own_sessions_with_this_one_marked() {
        server.browser().signIn("olga", TestServer.OWNER_PASSWORD);

        List<Map<String, Object>> items = browser.get("/api/v1/auth/sessions").items();

        assertThat(items).hasSize(2);
        assertThat(items)
                .filteredOn(item -> (Boolean) item.get("current"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.get("user")).isEqualTo("olga");
                    assertThat(item.get("address")).isEqualTo("127.0.0.1");
                    assertThat(item).containsKeys("id", "device", "browser", "created_at", "last_seen_at");
                });
    }

    @Test
    @Tag("DC-03")
    @Tag("LN-07")
    void a_session_that_the_owner_ends_is_over_with_the_very_next_request() {
        String id = browser.get("/api/v1/auth/me").at("session_id").toString();

        assertThat(server.control().delete("/api/v1/sessions/" + id).status()).isEqualTo(204);

        Answered refused = browser.get("/api/v1/auth/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.at("code")).isEqualTo("session_revoked");
        assertThat(browser.twin().post("/api/v1/auth/refresh", "").at("code")).isEqualTo("session_revoked");
    }

    @Test
    @Tag("DC-03")
    void an_ended_session_stays_ended_after_a_restart() {
        String id = browser.get("/api/v1/auth/me").at("session_id").toString();
        server.control().delete("/api/v1/sessions/" + id);

        server.restart();

        assertThat(server.moved(browser).get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
    }

    @Test
    @Tag("LF-02")
    void an_open_session_goes_on_after_a_restart() {
        server.restart();

        assertThat(server.moved(browser).get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    @Tag("FT-07")
    void one_ends_all_ones_other_sessions_and_keeps_this_one() {
        TestClient other = server.browser();
        other.signIn("olga", TestServer.OWNER_PASSWORD);

        Answered answer = browser.delete("/api/v1/auth/sessions", "X-Requested-With", "test");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(other.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    @Tag("FT-02")
    void nobody_ends_somebody_elses_session_or_learns_that_it_exists() {
        server.addUser("anna", "user");
        TestClient anna = server.browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);
        String olgas = browser.get("/api/v1/auth/me").at("session_id").toString();

        Answered others = anna.delete("/api/v1/auth/sessions/" + olgas, "X-Requested-With", "test");
        Answered nobodys = anna.delete("/api/v1/auth/sessions/nothing-of-the-kind", "X-Requested-With", "test");

        assertThat(others.status()).isEqualTo(404).isEqualTo(nobodys.status());
        assertThat(anna.get("/api/v1/sessions").status()).isEqualTo(403);
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    @Tag("DC-03")
    void the_owner_ends_all_of_a_user_or_everybody_but_says_which() {
        server.addUser("anna", "user");
        TestClient anna = server.browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);

        assertThat(server.control().delete("/api/v1/sessions").status()).isEqualTo(400);
        assertThat(server.control().delete("/api/v1/sessions?user=ANNA").status())
                .isEqualTo(204);
        assertThat(anna.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(server.control().delete("/api/v1/sessions?all=true").status())
                .isEqualTo(204);
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    @Tag("DC-03")
    @Timeout(10)
    void ending_a_session_tells_its_open_page_why_and_closes_the_stream() throws Exception {
        String id = browser.get("/api/v1/auth/me").at("session_id").toString();
        var stream = browser.open("/api/v1/events");

        server.control().delete("/api/v1/sessions/" + id);

        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            List<String> told = lines.lines().toList();
            assertThat(told).contains("event: session_revoked", "data: {\"reason\":\"owner\"}");
        }
    }

    @Test
    @Tag("DC-03")
    @Timeout(20)
    void ending_a_session_cuts_its_running_download() throws Exception {
        String space =
                String.valueOf(browser.get("/api/v1/spaces").items().getFirst().get("id"));
        byte[] content = new byte[48 * 1024 * 1024];
        browser.send(
                "POST",
                "/api/v1/spaces/" + space + "/upload?path=/film.bin",
                BodyPublishers.ofByteArray(content),
                "X-Requested-With",
                "test");
        String id = browser.get("/api/v1/auth/me").at("session_id").toString();
        var download = browser.open("/api/v1/spaces/" + space + "/content?path=/film.bin");
        assertThat(download.statusCode()).isEqualTo(200);
        download.body().readNBytes(1024);

        server.control().delete("/api/v1/sessions/" + id);

        assertThatThrownBy(() -> download.body().readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    @Tag("FT-05")
    void of_fifty_refreshes_with_one_token_exactly_one_has_a_successor() throws Exception {
        for (int round = 0; round < 200; round++) {
            var barrier = new CyclicBarrier(50);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<TestClient> twins =
                        IntStream.range(0, 50).mapToObj(i -> browser.twin()).toList();
                List<Future<Integer>> answers = twins.stream()
                        .map(twin -> threads.submit((Callable<Integer>) () -> {
                            barrier.await();
                            return twin.post("/api/v1/auth/refresh", "").status();
                        }))
                        .toList();
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsOnly(204, 409).containsOnlyOnce(204);
                browser = twins.get(statuses.indexOf(204));
            }
        }
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    @Tag("FT-05")
    void a_spent_refresh_token_ends_its_session() {
        TestClient thief = browser.twin();
        assertThat(browser.post("/api/v1/auth/refresh", "").status()).isEqualTo(204);
        server.clock().advance(Duration.ofSeconds(11));

        assertThat(thief.post("/api/v1/auth/refresh", "").at("code")).isEqualTo("session_revoked");

        assertThat(browser.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
        assertThat(server.control().get("/api/v1/audit?event=SESSION_REUSE").items())
                .hasSize(1);
    }

    @Test
    @Tag("FT-05")
    void a_token_from_generations_ago_ends_the_session_too() {
        TestClient thief = browser.twin();
        for (int i = 0; i < 5; i++) {
            browser.post("/api/v1/auth/refresh", "");
            server.clock().advance(Duration.ofSeconds(20));
        }

        thief.post("/api/v1/auth/refresh", "");

        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    @Tag("DC-02")
    void every_ending_is_in_the_audit_log_with_who_and_what() {
        String id = browser.get("/api/v1/auth/me").at("session_id").toString();
        server.control().delete("/api/v1/sessions/" + id);

        assertThat(server.control().get("/api/v1/audit?event=SESSION_REVOKED").items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.get("target")).isEqualTo(id);
                    assertThat(item.get("actor")).isEqualTo("olga");
                    assertThat(item.get("outcome")).isEqualTo("SUCCESS");
                });
    }
}
