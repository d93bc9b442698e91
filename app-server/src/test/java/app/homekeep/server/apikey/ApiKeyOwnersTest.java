// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import app.homekeep.server.secondfactor.Authenticator;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys and the accounts that they act for.
class ApiKeyOwnersTest {
    private static final String KEYS = "/api/v1/api-keys";
    private static final String ME = "/api/v1/auth/me";

    private TestServer server;
    private TestClient control;
    private TestClient anna;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        control = server.control();
        server.addUser("anna", "user");
        anna = signedIn("anna");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("FO-01")
    void everybody_makes_keys_of_their_own_after_a_step_up() {
        Answered made = create(anna, "\"file:read\"");

        assertThat(made.status()).isEqualTo(201);
        assertThat(script(made).get(ME).at("user.username")).isEqualTo("anna");
        assertThat(anna.get(KEYS).items()).hasSize(1);
    }

    @Test
    @Tag("LF-09")
    void nobody_sees_or_revokes_somebody_else_s() {
        server.addUser("ben", "user");
        TestClient ben = signedIn("ben");
        Answered made = create(anna, "\"file:read\"");

        assertThat(ben.get(KEYS).items()).isEmpty();
        assertThat(ben.get(KEYS + "?all=true").status()).isEqualTo(403);
        assertThat(ben.delete(KEYS + "/" + made.at("id")).status()).isEqualTo(404);
        assertThat(ben.delete(KEYS).status()).isEqualTo(204);
        assertThat(script(made).get(ME).status()).isEqualTo(200);
    }

    @Test
    @Tag("LF-09")
    void a_viewer_s_key_may_no_more_than_a_viewer() {
        server.addUser("vera", "viewer");
        TestClient vera = signedIn("vera");

        assertThat(create(vera, "\"file:read\",\"file:upload\"").status()).isEqualTo(400);
        assertThat(create(vera, "\"file:read\"").status()).isEqualTo(201);
    }

    @Test
    @Tag("LN-07")
    @Tag("FO-11")
    void what_an_account_may_no_more_its_keys_may_no_more_from_the_next_request_on() {
        TestClient script = script(create(anna, "\"file:read\",\"file:upload\""));
        assertThat(permissions(script)).containsExactlyInAnyOrder("file:read", "file:upload");

        patch("/api/v1/users/" + id("anna"), "{\"role\":\"viewer\"}");

        assertThat(permissions(script)).containsExactly("file:read");
    }

    @Test
    @Tag("FO-11")
    void the_role_of_api_keys_bounds_them_all() {
        TestClient script = script(create(anna, "\"file:read\",\"file:upload\""));

        patch("/api/v1/roles/api", "{\"permissions\":[\"file:read\"]}");

        assertThat(permissions(script)).containsExactly("file:read");
    }

    @Test
    @Tag("LN-10")
    void the_keys_of_a_blocked_account_rest_until_it_is_unblocked() {
        TestClient script = script(create(anna, "\"file:read\""));

        patch("/api/v1/users/" + id("anna"), "{\"blocked\":true}");
        int blocked = script.get(ME).status();
        patch("/api/v1/users/" + id("anna"), "{\"blocked\":false}");

        assertThat(blocked).isEqualTo(401);
        assertThat(script.get(ME).status()).isEqualTo(200);
    }

    @Test
    @Tag("FT-16")
    void the_keys_of_a_deactivated_account_are_gone_for_good() {
        TestClient script = script(create(anna, "\"file:read\""));

        assertThat(control.post("/api/v1/users/" + id("anna") + "/deactivate", "")
                        .status())
                .isEqualTo(200);
        int deactivated = script.get(ME).status();
        patch("/api/v1/users/" + id("anna"), "{\"blocked\":false}");

        assertThat(deactivated).isEqualTo(401);
        assertThat(script.get(ME).status()).isEqualTo(401);
        assertThat(control.get(KEYS + "?all=true").items()).isEmpty();
    }

    @Test
    @Tag("LN-12")
    void the_keys_of_a_deleted_account_are_gone_with_it() {
        TestClient script = script(create(anna, "\"file:read\""));

        control.delete("/api/v1/users/" + id("anna"));

        assertThat(script.get(ME).status()).isEqualTo(401);
    }

    @Test
    @Tag("FO-02")
    void an_administrator_revokes_anybody_s_but_the_owner_s() {
        server.addUser("adam", "admin");
        TestClient adam = signedIn("adam");
        Authenticator app = Authenticator.setUp(server, adam, TestServer.USER_PASSWORD);
        Answered annas = create(anna, "\"file:read\"");
        Answered olgas = control.post(KEYS, "{\"name\":\"nas\",\"permissions\":[\"file:read\"]}");
        app.strongStepUp(adam, TestServer.USER_PASSWORD);

        assertThat(adam.get(KEYS + "?all=true").items()).hasSize(2);
        assertThat(adam.delete(KEYS + "/" + olgas.at("id")).status()).isEqualTo(403);
        assertThat(adam.delete(KEYS + "?all=true").status()).isEqualTo(403);
        assertThat(adam.delete(KEYS + "/" + annas.at("id")).status()).isEqualTo(204);
        assertThat(script(olgas).get(ME).status()).isEqualTo(200);
        assertThat(script(annas).get(ME).status()).isEqualTo(401);
    }

    private TestClient signedIn(String name) {
        TestClient browser = server.browser().always("X-Requested-With", "test");
        assertThat(browser.signIn(name, TestServer.USER_PASSWORD).status()).isEqualTo(200);
        return browser;
    }

    private static Answered create(TestClient browser, String permissions) {
        Authenticator.stepUp(browser, TestServer.USER_PASSWORD);
        return browser.post(KEYS, "{\"name\":\"script\",\"permissions\":[%s]}".formatted(permissions));
    }

    private TestClient script(Answered made) {
        return server.browser().always("Authorization", "Bearer " + made.at("key"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> permissions(TestClient script) {
        return (List<String>) script.get(ME).json().getOrDefault("permissions", List.of());
    }

    private void patch(String path, String json) {
        Answered answer =
                control.send("PATCH", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Object id(String username) {
        return control.get("/api/v1/users").items().stream()
                .filter(user -> username.equals(user.get("username")))
                .map((Map<String, Object> user) -> String.valueOf(user.get("id")))
                .findFirst()
                .orElseThrow();
    }
}
