// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.role;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.account.Household;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RoleApiTest {
    private static final String ROLES = "/api/v1/roles";

    private Household home;

    @BeforeEach
    void start(@TempDir Path folder) {
        home = new Household(folder);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    @Tag("FO-11")
    void the_built_in_roles_are_listed_with_what_they_may_do_and_how_many_have_them() {
        List<Map<String, Object>> roles = home.panel.get(ROLES).items();

        assertThat(roles).extracting(role -> role.get("id")).containsExactly("owner", "admin", "user", "viewer", "api");
        assertThat(role("user").get("permissions"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactlyInAnyOrder("file:read", "file:upload", "file:organize", "file:delete_own");
        assertThat(String.valueOf(role("admin").get("users"))).startsWith("2");
        assertThat(role("owner").get("editable")).isEqualTo(false);
        assertThat(home.managing("adam").get(ROLES).status()).isEqualTo(200);
        assertThat(home.browser("anna").get(ROLES).status()).isEqualTo(403);
    }

    @Test
    @Tag("FO-11")
    @Tag("LN-07")
    void what_a_role_may_do_changes_with_the_very_next_request_and_holds_over_a_restart() {
        TestClient vera = home.browser("vera");
        TestClient anna = home.browser("anna");
        assertThat(anna.get("/api/v1/spaces").status()).isEqualTo(200);

        Answered changed = home.panel.patch(ROLES + "/user", "{\"permissions\":[]}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(anna.get("/api/v1/spaces").status()).isEqualTo(403);
        assertThat(vera.get("/api/v1/spaces").status()).isEqualTo(200);
        assertThat(home.audited("ROLE_UPDATE")).contains("→ nothing");
        home.server.restart();
        assertThat(home.server.moved(anna).get("/api/v1/spaces").status()).isEqualTo(403);
    }

    @Test
    @Tag("FO-11")
    @Timeout(60)
    void what_is_open_for_those_who_have_a_changed_role_is_cut_and_nobody_elses() throws Exception {
        TestClient anna = home.browser("anna");
        TestClient vera = home.browser("vera");
        vera.get("/api/v1/auth/me");
        try (var veras = vera.open("/api/v1/events").body();
                var annas = new BufferedReader(
                        new InputStreamReader(anna.open("/api/v1/events").body(), StandardCharsets.UTF_8))) {
            home.panel.patch(ROLES + "/user", "{\"permissions\":[\"file:read\"]}");

            assertThat(annas.lines()).contains("event: permissions_changed");
            home.panel.patch(home.path("vera"), "{\"blocked\":true}");
            assertThat(new String(veras.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("permissions_changed")
                    .contains("session_revoked");
        }
    }

    @Test
    @Tag("FO-11")
    void the_owner_makes_a_role_gives_it_and_deletes_it_once_nobody_has_it() {
        Answered made = home.panel.post(ROLES, "{\"name\":\"Helper\",\"permissions\":[\"file:read\",\"user:manage\"]}");
        String id = made.at("id").toString();
        String path = ROLES + "/" + id;

        assertThat(made.status()).isEqualTo(201);
        assertThat(home.panel
                        .patch(home.path("anna"), "{\"role\":\"" + id + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(home.managing("anna").get("/api/v1/users").status()).isEqualTo(200);
        assertThat(home.panel.delete(path).status()).isEqualTo(409);

        home.panel.patch(home.path("anna"), "{\"role\":\"user\"}");
        Answered invite = home.panel.post("/api/v1/invites", "{\"role\":\"" + id + "\"}");
        assertThat(home.panel.delete(path).status()).isEqualTo(409);

        home.panel.delete("/api/v1/invites/" + invite.at("id"));
        assertThat(home.panel.delete(path).status()).isEqualTo(204);
        assertThat(home.panel.delete(path).status()).isEqualTo(404);
        assertThat(home.panel
                        .patch(home.path("anna"), "{\"role\":\"" + id + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(home.audited("ROLE_DELETE")).contains("Helper");
    }

    @Test
    @Tag("FO-11")
    void whoever_has_a_managing_role_of_the_owners_own_is_an_administrator() {
        String id = home.panel
                .post(ROLES, "{\"name\":\"Helper\",\"permissions\":[\"user:manage\"]}")
                .at("id")
                .toString();
        home.panel.patch(home.path("anna"), "{\"role\":\"" + id + "\"}");

        assertThat(home.managing("adam")
                        .patch(home.path("anna"), "{\"blocked\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(home.managing("adam")
                        .patch(home.path("vera"), "{\"role\":\"" + id + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(home.managing("anna")
                        .patch(home.path("adam"), "{\"blocked\":true}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Tag("FO-11")
    void only_the_owner_changes_roles_and_nobody_can_be_given_that() {
        TestClient adam = home.managing("adam");

        assertThat(adam.post(ROLES, "{\"name\":\"Helper\",\"permissions\":[]}").status())
                .isEqualTo(403);
        assertThat(adam.patch(ROLES + "/admin", "{\"permissions\":[]}").status())
                .isEqualTo(403);
        assertThat(adam.delete(ROLES + "/user").status()).isEqualTo(403);
        assertThat(home.managing("olga")
                        .post(ROLES, "{\"name\":\"Helper\",\"permissions\":[]}")
                        .status())
                .isEqualTo(201);
        for (String role : List.of("admin", "user", "viewer", "api")) {
            assertThat(home.panel
                            .patch(ROLES + "/" + role, "{\"permissions\":[\"role:manage\"]}")
                            .status())
                    .as(role)
                    .isEqualTo(400);
        }
        assertThat(home.panel
                        .post(ROLES, "{\"name\":\"King\",\"permissions\":[\"role:manage\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Tag("FO-11")
    void the_built_in_ones_keep_their_names_and_the_owners_its_permissions() {
        assertThat(home.panel.patch(ROLES + "/owner", "{\"permissions\":[]}").status())
                .isEqualTo(409);
        assertThat(home.panel.patch(ROLES + "/owner", "{\"require_totp\":true}").status())
                .isEqualTo(409);
        assertThat(home.panel.patch(ROLES + "/user", "{\"name\":\"People\"}").status())
                .isEqualTo(409);
        assertThat(home.panel.delete(ROLES + "/user").status()).isEqualTo(409);
        assertThat(home.panel.delete(ROLES + "/owner").status()).isEqualTo(409);
        assertThat(home.panel.patch(ROLES + "/nothing", "{\"name\":\"A\"}").status())
                .isEqualTo(404);
        assertThat(home.panel.patch(ROLES + "/user", "{\"require_totp\":true}").at("require_totp"))
                .isEqualTo("true");
    }

    @Test
    @Tag("FO-11")
    void no_api_key_manages_anything() {
        assertThat(home.panel
                        .patch(ROLES + "/api", "{\"permissions\":[\"file:read\",\"audit:read\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(home.panel
                        .patch(ROLES + "/api", "{\"permissions\":[\"user:manage\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(home.panel.patch(home.path("anna"), "{\"role\":\"api\"}").status())
                .isEqualTo(400);
    }

    @Test
    void names_that_only_look_different_are_taken() {
        home.panel.post(ROLES, "{\"name\":\"Helper\",\"permissions\":[]}");

        for (String twin : List.of("helper", "HELPER", "Ｈelper", "Admin", "OWNER", "api")) {
            assertThat(home.panel
                            .post(ROLES, "{\"name\":\"" + twin + "\",\"permissions\":[]}")
                            .status())
                    .as(twin)
                    .isEqualTo(409);
        }
    }

    private Map<String, Object> role(String id) {
        return home.panel.get(ROLES).items().stream()
                .filter(role -> id.equals(role.get("id")))
                .findFirst()
                .orElseThrow();
    }
}
