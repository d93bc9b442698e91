// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Permission;
import app.homekeep.model.Role;
import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import app.homekeep.server.http.Route;
import app.homekeep.server.secondfactor.Authenticator;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everybody at every route, over every way to say who one is: what comes out is what the route declares, and nothing
/// else that a client says of itself matters.
class AccessMatrixTest {
    private static final String NO_ID = "0192f0c1-2a3b-7c4d-8e5f-001122334455";

    /// What a route may do to the one who is let in, so that the next route would find somebody else.
    private static final Set<String> CHANGES_THE_CALLER = Set.of(
            "DELETE /api/v1/account",
            "DELETE /api/v1/api-keys",
            "DELETE /api/v1/auth/sessions",
            "DELETE /api/v1/auth/totp",
            "POST /api/v1/auth/recovery-codes",
            "POST /api/v1/lockdown",
            // This one goes on for as long as one listens.
            "GET /api/v1/events");

    /// Headers by which proxies and other programs say who somebody is.
    private static final String[] FORGED = {
        "X-Forwarded-For", "127.0.0.1",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-User", "olga",
        "X-Remote-User", "olga",
        "X-WEBAUTH-USER", "olga",
        "X-Original-URL", "/api/v1/system/health",
        "X-HTTP-Method-Override", "GET",
        "Forwarded", "for=127.0.0.1;by=127.0.0.1"
    };

    /// @param knows       whether it is somebody at all
    /// @param browser     whether it is a session
    /// @param permissions what it may do
    /// @param proof       how lately it was shown who they are
    private record Who(boolean knows, boolean browser, Set<Permission> permissions, Shown proof) {}

    private enum Shown {
        NOTHING,
        PASSWORD,
        SECOND_FACTOR
    }

    private record Identity(Who who, TestClient client) {}

    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.addUser("vera", "viewer");
        server.addUser("uwe", "user");
        server.addUser("adam", "admin");
        server.addUser("arno", "admin");
        server.addUser("ada", "admin");

        identities.put("nobody", new Identity(new Who(false, false, Set.of(), Shown.NOTHING), server.browser()));
        browser("vera", role("viewer"), Shown.NOTHING);
        browser("uwe", role("user"), Shown.NOTHING);
        browser("adam", role("admin"), Shown.NOTHING);
        browser("arno", role("admin"), Shown.PASSWORD);
        browser("ada", role("admin"), Shown.SECOND_FACTOR);
        browser("olga", role("owner"), Shown.SECOND_FACTOR);
        script(role("user"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("LF-06")
    @Tag("LF-09")
    @Tag("LN-07")
    void everybody_gets_at_every_route_what_it_declares() {
        var all = new SoftAssertions();
        for (Route route : server.routes()) {
            identities.forEach((name, identity) -> check(all, route, name, identity.who(), identity.client()));
        }
        all.assertAll();
    }

    @Test
    @Tag("LN-07")
    void an_access_token_as_a_bearer_is_worth_what_it_is_in_its_cookie() {
        var all = new SoftAssertions();
        identities.forEach((name, identity) -> {
            String token = identity.client().cookies().get("homekeep");
            if (token != null) {
                TestClient bearer = server.browser().always("Authorization", "Bearer " + token);
                server.routes().forEach(route -> check(all, route, name + " as a bearer", identity.who(), bearer));
            }
        });
        all.assertAll();
    }

    @Test
    @Tag("LN-07")
    void a_sign_in_of_one_door_is_nobody_s_at_the_other_by_its_cookie_s_name() {
        String token = Objects.requireNonNull(identities.get("olga"))
                .client()
                .cookies()
                .get("homekeep");
        TestClient phone = server.phone();
        phone.cookies().put("homekeep", token);

        assertThat(phone.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    private void check(SoftAssertions all, Route route, String name, Who who, TestClient client) {
        String called = route.method() + " " + route.path();
        if (!route.path().startsWith("/api/") && !route.path().startsWith("/control/")) {
            return;
        }
        if (route.access() instanceof Access.Anyone) {
            // Whatever comes, access has nothing to do with it.
            return;
        }
        int expected = expected(route.access(), who);
        if (expected == 0 && CHANGES_THE_CALLER.contains(called)) {
            return;
        }
        Answered answer = client.send(route.method(), concrete(route.path()), BodyPublishers.ofString("{}"), FORGED);
        String code = answer.status() >= 400 && !answer.text().isEmpty()
                ? answer.at("code").toString()
                : "";
        switch (expected) {
            case 0 ->
                all.assertThat(code)
                        .as("%s lets %s in", called, name)
                        .isNotIn("not_signed_in", "step_up_required", "csrf", "session_expired", "session_revoked");
            case 401 -> all.assertThat(code).as("%s and %s", called, name).isEqualTo("not_signed_in");
            case 404 -> all.assertThat(code).as("%s and %s", called, name).isEqualTo("not_found");
            default ->
                all.assertThat(answer.status() + " " + code)
                        .as("%s and %s", called, name)
                        .isEqualTo(expected == 1 ? "403 step_up_required" : "403 forbidden");
        }
    }

    /// 0 for let in, 1 for a step-up first, else the status of the refusal.
    private static int expected(Access access, Who who) {
        return switch (access) {
            case Access.Anyone() -> 0;
            case Access.AtTheMachine() -> 404;
            case Access.Known() -> who.knows() ? 0 : 401;
            case Access.SignedIn() -> !who.knows() ? 401 : who.browser() ? 0 : 403;
            case Access.SteppedUp() -> !who.knows() ? 401 : !who.browser() ? 403 : who.proof() == Shown.NOTHING ? 1 : 0;
            case Access.Needs(Permission permission) ->
                !who.knows() ? 401 : who.permissions().contains(permission) ? 0 : 403;
            case Access.Manages(Permission permission) ->
                !who.knows()
                        ? 401
                        : !who.browser() || !who.permissions().contains(permission)
                                ? 403
                                : who.proof() == Shown.SECOND_FACTOR ? 0 : 1;
        };
    }

    private void browser(String name, Set<Permission> permissions, Shown proof) {
        TestClient browser = server.browser().always("X-Requested-With", "test");
        String password = name.equals("olga") ? TestServer.OWNER_PASSWORD : TestServer.USER_PASSWORD;
        assertThat(browser.signIn(name, password).status()).isEqualTo(200);
        switch (proof) {
            case NOTHING -> {}
            case PASSWORD ->
                assertThat(Authenticator.stepUp(browser, password).status()).isEqualTo(200);
            case SECOND_FACTOR -> {
                Authenticator app = Authenticator.setUp(server, browser, password);
                assertThat(app.strongStepUp(browser, password).status()).isEqualTo(200);
            }
        }
        identities.put(name, new Identity(new Who(true, true, permissions, proof), browser));
    }

    private void script(Set<Permission> permissions) {
        Answered made = server.control()
                .post(
                        "/api/v1/api-keys",
                        "{\"name\":\"all\",\"permissions\":[\"file:read\",\"file:upload\",\"file:organize\","
                                + "\"file:delete_own\"]}");
        TestClient script = server.browser().always("Authorization", "Bearer " + made.at("key"));
        identities.put("a script", new Identity(new Who(true, false, permissions, Shown.NOTHING), script));
    }

    private static Set<Permission> role(String id) {
        return Role.valueOf(id.toUpperCase(Locale.ROOT)).permissions();
    }

    private static String concrete(String path) {
        return path.replaceAll("\\{[^}]+}", NO_ID);
    }
}
