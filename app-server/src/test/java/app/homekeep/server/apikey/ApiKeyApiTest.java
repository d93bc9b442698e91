// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyApiTest {
    private static final String KEYS = "/api/v1/api-keys";

    private TestServer server;
    private TestClient control;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        control = server.control();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("FO-01")
    void a_key_gets_in_as_a_bearer_and_acts_for_its_owner() {
        Answered made = create("nas", "\"file:read\"");

        Answered me = script(made).get("/api/v1/auth/me");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("key").toString()).matches("hk_" + made.at("id") + "_[a-z0-9]+");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("user.username")).isEqualTo("olga");
        assertThat(me.json()).containsEntry("permissions", List.of("file:read")).containsEntry("session_id", null);
    }

    @Test
    @Tag("FO-01")
    void a_key_may_what_it_was_made_for_and_nothing_else() {
        TestClient reader = script(create("reader", "\"file:read\""));
        TestClient writer = script(create("writer", "\"file:read\",\"file:upload\""));
        String space = space(reader);
        String target = "/api/v1/spaces/" + space + "/upload?path=/a.txt";

        Answered refused = reader.send("POST", target, BodyPublishers.ofString("hello"));
        Answered uploaded = writer.send("POST", target, BodyPublishers.ofString("hello"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(reader.get("/api/v1/spaces/" + space + "/content?path=/a.txt")
                        .text())
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/sessions",
                "/api/v1/api-keys",
                "/api/v1/users",
                "/api/v1/sessions",
                "/api/v1/settings",
                "/api/v1/audit",
                "/api/v1/events"
            })
    @Tag("LF-09")
    void a_key_is_no_session_and_manages_nothing(String path) {
        TestClient script =
                script(create("all", "\"file:read\",\"file:upload\",\"file:organize\",\"file:delete_own\""));

        assertThat(script.get(path).status()).isEqualTo(403);
    }

    @Test
    @Tag("FO-02")
    void the_database_keeps_no_secret() throws Exception {
        String key = create("nas", "\"file:read\"").at("key").toString();
        String secret = key.substring(key.lastIndexOf('_') + 1);

        server.close();

        try (Stream<Path> all = Files.walk(server.data())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
        server.restart();
    }

    @Test
    @Tag("FO-02")
    void a_list_tells_when_and_from_where_a_key_was_last_used_also_after_a_restart() {
        Answered made = create("nas", "\"file:read\"");
        assertThat(listed(made)).containsEntry("last_used_at", null);

        script(made).get("/api/v1/auth/me");
        Map<String, Object> used = listed(made);
        server.restart();
        control = server.control();

        assertThat(used.get("last_used_at")).isNotNull();
        assertThat(used).containsEntry("last_used_address", "127.0.0.1");
        assertThat(listed(made)).isEqualTo(used);
    }

    @Test
    @Tag("FO-02")
    void after_90_days_a_key_is_due_for_a_new_one_and_works_on() {
        Answered made = create("nas", "\"file:read\"");

        server.clock().advance(Duration.ofDays(90).minusMinutes(1));
        assertThat(listed(made)).containsEntry("rotation_due", false);
        server.clock().advance(Duration.ofMinutes(1));

        assertThat(listed(made)).containsEntry("rotation_due", true);
        assertThat(script(made).get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    @Tag("FO-02")
    void a_revoked_key_is_refused_at_once_and_the_others_go_on() {
        Answered one = create("one", "\"file:read\"");
        Answered other = create("other", "\"file:read\"");
        TestClient script = script(one);
        script.get("/api/v1/auth/me");

        assertThat(control.delete(KEYS + "/" + one.at("id")).status()).isEqualTo(204);

        assertThat(script.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(script(other).get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(control.delete(KEYS + "/" + one.at("id")).status()).isEqualTo(404);
    }

    @Test
    @Tag("FO-02")
    void all_keys_are_revoked_at_once() {
        List<Answered> made = Stream.of("a", "b", "c")
                .map(name -> create(name, "\"file:read\""))
                .toList();

        assertThat(control.delete(KEYS + "?all=true").status()).isEqualTo(204);

        assertThat(made)
                .allSatisfy(key ->
                        assertThat(script(key).get("/api/v1/auth/me").status()).isEqualTo(401));
        assertThat(control.get(KEYS + "?all=true").items()).isEmpty();
    }

    @Test
    @Tag("FO-02")
    void making_and_revoking_are_audited_without_the_secret() {
        Answered made = create("nas", "\"file:read\"");
        control.delete(KEYS + "/" + made.at("id"));

        List<Map<String, Object>> events = control.get("/api/v1/audit?limit=2").items();

        assertThat(events).extracting(event -> event.get("event")).containsExactly("API_KEY_REVOKE", "API_KEY_CREATE");
        assertThat(events).allSatisfy(event -> {
            assertThat(event).containsEntry("target", made.at("id"));
            assertThat(event.toString()).doesNotContain(made.at("key").toString());
        });
    }

    @Test
    @Tag("FO-01")
    void a_key_whose_time_is_over_is_nobody() {
        Answered made = control.post(
                KEYS,
                "{\"name\":\"short\",\"permissions\":[\"file:read\"],\"expires_at\":\"%s\"}"
                        .formatted(server.clock().instant().plusSeconds(60)));
        assertThat(script(made).get("/api/v1/auth/me").status()).isEqualTo(200);

        server.clock().advance(Duration.ofSeconds(60));

        assertThat(script(made).get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\",\"permissions\":[\"file:read\"]}",
                "{\"permissions\":[\"file:read\"]}",
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"permissions\":[]}",
                "{\"name\":\"a\",\"permissions\":[\"file:eat\"]}",
                "{\"name\":\"a\",\"permissions\":[\"user:manage\"]}",
                "{\"name\":\"a\",\"permissions\":[\"file:read\"],\"expires_at\":\"2001-01-01T00:00:00Z\"}",
                "{\"name\":\"a\",\"permissions\":[\"file:read\"],\"expires_at\":\"soon\"}",
                "{\"name\":\"a\",\"permissions\":[\"file:read\"],\"role\":\"owner\"}"
            })
    @Tag("FO-01")
    void a_key_that_asks_for_what_it_can_t_have_is_not_made(String body) {
        assertThat(control.post(KEYS, body).status()).isEqualTo(400);
        assertThat(control.get(KEYS).items()).isEmpty();
    }

    @Test
    @Tag("FO-01")
    void a_header_that_is_wrong_never_falls_back_to_the_cookie() {
        TestClient browser = server.browser();
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);

        for (String header : List.of("Bearer hk_a_b", "Bearer ", "Basic b2xnYTpw", "Bearer nonsense", "hk_a_b")) {
            assertThat(browser.get("/api/v1/auth/me", "Authorization", header).status())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    @Tag("FO-01")
    void a_key_is_taken_as_a_bearer_alone() {
        String key = create("nas", "\"file:read\"").at("key").toString();
        TestClient browser = server.browser();
        browser.cookies().put("homekeep", key);

        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(server.browser().get("/api/v1/auth/me", "X-API-Key", key).status())
                .isEqualTo(401);
        assertThat(server.browser().get("/api/v1/auth/me?api_key=" + key).status())
                .isEqualTo(401);
    }

    @Test
    @Tag("LN-04")
    void a_script_needs_no_header_against_forgery_but_another_site_s_page_gets_nowhere_with_its_key() {
        TestClient script = script(create("nas", "\"file:read\",\"file:upload\""));
        String space = space(script);
        String target = "/api/v1/spaces/" + space + "/upload?path=/a.txt";

        assertThat(script.send("POST", target, BodyPublishers.ofString("a"), "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(script.send("POST", target, BodyPublishers.ofString("a")).status())
                .isEqualTo(201);
    }

    @Test
    @Tag("FO-01")
    void an_account_has_a_bounded_number_of_keys() {
        for (int i = 0; i < 50; i++) {
            assertThat(create("key " + i, "\"file:read\"").status()).isEqualTo(201);
        }

        assertThat(create("one more", "\"file:read\"").status()).isEqualTo(409);
    }

    @Test
    @Tag("FO-01")
    void a_browser_shows_again_who_it_is_before_it_gets_a_key() {
        TestClient browser = server.browser().always("X-Requested-With", "test");
        browser.signIn("olga", TestServer.OWNER_PASSWORD);

        Answered refused = browser.post(KEYS, "{\"name\":\"nas\",\"permissions\":[\"file:read\"]}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("code")).isEqualTo("step_up_required");
    }

    private Answered create(String name, String permissions) {
        return control.post(KEYS, "{\"name\":\"%s\",\"permissions\":[%s]}".formatted(name, permissions));
    }

    private static String space(TestClient script) {
        return String.valueOf(script.get("/api/v1/spaces").items().getFirst().get("id"));
    }

    private TestClient script(Answered made) {
        return server.browser().always("Authorization", "Bearer " + made.at("key"));
    }

    private Map<String, Object> listed(Answered made) {
        return control.get(KEYS + "?all=true").items().stream()
                .filter(item -> made.at("id").equals(item.get("id")))
                .findFirst()
                .orElseThrow();
    }
}
