// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import app.homekeep.server.http.Route;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("LF-06")
class PublicRoutesApiTest {
    private static final Set<String> PUBLIC = Set.of(
            "POST /api/v1/auth/login",
            "POST /api/v1/auth/login/second-factor",
            "POST /api/v1/auth/login/enrolment",
            "POST /api/v1/auth/login/approval",
            "POST /api/v1/auth/forgot-password",
            "POST /api/v1/auth/reset-password",
            "POST /api/v1/auth/refresh",
            "POST /api/v1/auth/logout",
            "POST /api/v1/auth/register",
            "GET /api/v1/auth/invites/{token}",
            "POST /api/v1/auth/invites/{token}/accept",
            "GET /api/v1/system/health",
            "GET /api/v1/system/info",
            "GET /api/v1/openapi.json",
            "GET /api/v1/utilities/file-types",
            "GET /api/v1/utilities/permissions",
            "GET /api/v1/utilities/time-zones",
            "GET /api/v1/utilities/languages");

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
    void every_route_but_the_public_ones_is_closed_to_who_is_not_signed_in() {
        Set<String> open = new TreeSet<>();
        for (Route route : server.routes()) {
            boolean api = route.path().startsWith("/api/") || route.path().startsWith("/control/");
            if (api && closed(route).status() < 400) {
                open.add(route.method() + " " + route.path());
            } else if (api && !PUBLIC.contains(route.method() + " " + route.path())) {
                assertThat(closed(route).status())
                        .as(route.method() + " " + route.path())
                        .isIn(401, 404);
            }
        }
        assertThat(PUBLIC).containsAll(open);
    }

    @Test
    @Tag("LN-07")
    void what_managers_do_is_closed_to_others_and_needs_the_machine() {
        server.addUser("anna", "user");
        TestClient anna = server.browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);
        browser.signIn("olga", TestServer.OWNER_PASSWORD);

        for (String path : new String[] {"/api/v1/users", "/api/v1/sessions", "/api/v1/settings", "/api/v1/audit"}) {
            assertThat(anna.get(path).at("code")).as(path).isEqualTo("forbidden");
            assertThat(browser.get(path).at("code")).as(path).isEqualTo("step_up_required");
            assertThat(server.control().get(path).status()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"file-types, image/jpeg", "permissions, file:read", "time-zones, Europe/Berlin", "languages, de"})
    void reference_data_is_for_anyone(String list, String one) {
        Answered answer = browser.get("/api/v1/utilities/" + list);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"" + one + "\"");
    }

    @Test
    @Tag("LN-09")
    void health_and_info_tell_nothing_but_what_they_are_for() {
        assertThat(browser.get("/api/v1/system/health").text()).isEqualTo("{\"status\":\"ok\",\"down\":[]}");
        assertThat(browser.get("/api/v1/system/info").json())
                .containsOnlyKeys("name", "api_version", "registration", "password_policy", "upload_limits");
    }

    private Answered closed(Route route) {
        String path = route.path().replaceAll("\\{[^}]*}", "x");
        return browser.send(
                route.method(),
                path,
                route.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"),
                "X-Requested-With",
                "test",
                "Content-Type",
                "application/json");
    }
}
