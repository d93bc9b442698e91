// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import static app.homekeep.server.secondfactor.Authenticator.expect;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Route;
import app.homekeep.server.secondfactor.Authenticator;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever has shown a password alone has nothing but a ticket, and it opens nothing but the next step.
@Tag("FT-06")
@Tag("LF-06")
class HalfLoginApiTest {
    private TestServer server;
    private TestClient anna;
    private Authenticator app;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.addUser("anna", "user");
        anna = browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);
        app = Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_ticket_is_no_credential_on_any_route_however_it_is_carried() {
        String ticket = ticket();
        String basic = Base64.getEncoder().encodeToString(("anna:" + ticket).getBytes(StandardCharsets.UTF_8));
        List<Map<String, String>> carriers = List.of(
                Map.of("Cookie", "homekeep=" + ticket),
                Map.of("Cookie", "homekeep=" + ticket + "; homekeep_refresh=" + ticket),
                Map.of("Authorization", "Bearer " + ticket),
                Map.of("Authorization", "Basic " + basic));

        for (Route route : server.routes()) {
            if (route.access() instanceof Access.Anyone) {
                continue;
            }
            String path = route.path().replaceAll("\\{[^}]*}", "x");
            for (Map<String, String> carrier : carriers) {
                var header = carrier.entrySet().iterator().next();
                Answered answer = browser()
                        .send(route.method(), path, BodyPublishers.noBody(), header.getKey(), header.getValue());
                assertThat(answer.status())
                        .as(route.method() + " " + path + " " + header.getKey())
                        .isIn(401, 404);
            }
        }
        assertThat(show(ticket, app.next()).status()).as("and it is still good").isEqualTo(200);
    }

    @Test
    void no_refresh_is_had_for_a_ticket() {
        Answered answer = browser().post("/api/v1/auth/refresh", "", "Cookie", "homekeep_refresh=" + ticket());

        assertThat(answer.at("code")).isEqualTo("not_signed_in");
    }

    @Test
    void no_other_token_is_a_ticket() {
        String access = String.valueOf(anna.cookies().get("homekeep"));
        String refresh = String.valueOf(anna.cookies().get("homekeep_refresh"));
        String code = app.next();
        Answered reset = expect(
                200,
                server.control().post("/api/v1/users/" + Authenticator.idOf(server, "anna") + "/reset-password", ""));

        for (String token : List.of(
                refresh,
                access.length() > 256 ? access.substring(0, 256) : access,
                reset.at("code").toString(),
                app.recoveryCodes().getFirst())) {
            assertThat(show(token, code).at("code")).isEqualTo("ticket_expired");
        }
        assertThat(show(ticket(), code).status()).as("the code was not spent").isEqualTo(200);
    }

    @Test
    void a_reset_code_is_no_recovery_code() {
        Answered reset =
                server.control().post("/api/v1/users/" + Authenticator.idOf(server, "anna") + "/reset-password", "");

        Answered answer = browser()
                .post(
                        "/api/v1/auth/login/second-factor",
                        "{\"ticket\":\"%s\",\"recovery_code\":\"%s\"}".formatted(ticket(), reset.at("code")));

        assertThat(answer.at("code")).isEqualTo("bad_code");
    }

    @Test
    void steps_out_of_their_order_lead_nowhere() {
        String ticket = ticket();
        String body = "{\"ticket\":\"%s\"}".formatted(ticket);

        assertThat(browser().post("/api/v1/auth/login/enrolment", body).at("code"))
                .as("a second factor that is there is not replaced")
                .isEqualTo("ticket_expired");
        assertThat(browser().post("/api/v1/auth/login/approval", body).at("code"))
                .isEqualTo("ticket_expired");
        assertThat(show(ticket, app.next()).status()).isEqualTo(200);
    }

    @Test
    void a_ticket_is_good_once() {
        String ticket = ticket();
        assertThat(show(ticket, app.next()).status()).isEqualTo(200);

        assertThat(show(ticket, app.next()).at("code")).isEqualTo("ticket_expired");
    }

    @Test
    void a_ticket_is_good_for_five_minutes() {
        String ticket = ticket();
        server.clock().advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(show(ticket, app.next()).at("code")).isEqualTo("ticket_expired");
    }

    @Test
    void a_ticket_outlives_a_restart() {
        String ticket = ticket();

        server.restart();

        assertThat(show(ticket, app.next()).status()).isEqualTo(200);
    }

    @Test
    @Tag("LN-10")
    void a_block_between_the_steps_wins() {
        String ticket = ticket();
        Sql.run(server, "UPDATE accounts SET state = 'blocked' WHERE username = 'anna'");

        assertThat(show(ticket, app.next()).at("code")).isEqualTo("user_blocked");
        Sql.run(server, "UPDATE accounts SET state = 'active' WHERE username = 'anna'");

        assertThat(show(ticket, app.next()).at("code"))
                .as("and the ticket does not come back to life")
                .isEqualTo("ticket_expired");
    }

    @Test
    void a_new_password_ends_sign_ins_that_began_with_the_old_one() {
        String ticket = ticket();
        Answered reset =
                server.control().post("/api/v1/users/" + Authenticator.idOf(server, "anna") + "/reset-password", "");
        expect(
                204,
                browser()
                        .post(
                                "/api/v1/auth/reset-password",
                                "{\"username\":\"anna\",\"code\":\"%s\",\"password\":\"seven swans a-swimming\"}"
                                        .formatted(reset.at("code"))));

        assertThat(show(ticket, app.next()).at("code")).isEqualTo("ticket_expired");
    }

    @Test
    void a_reset_second_factor_ends_sign_ins_that_wait_for_the_old_one() {
        String ticket = ticket();
        server.control().post("/api/v1/users/" + Authenticator.idOf(server, "anna") + "/totp-reset", "");

        assertThat(show(ticket, app.next()).at("code")).isEqualTo("ticket_expired");
    }

    @Test
    @Tag("LN-04")
    void another_site_takes_no_step() {
        for (String step : List.of("second-factor", "enrolment", "approval")) {
            Answered answer = server.browser()
                    .post(
                            "/api/v1/auth/login/" + step,
                            "{\"ticket\":\"x\"}",
                            "Sec-Fetch-Site",
                            "cross-site",
                            "Origin",
                            "https://evil.example");
            assertThat(answer.at("code")).as(step).isEqualTo("csrf");
        }
    }

    @Test
    void the_database_knows_no_ticket() throws Exception {
        String ticket = ticket();

        assertThat(Sql.count(server, "SELECT count(*) FROM half_logins")).isEqualTo(1);
        assertThat(Sql.count(server, "SELECT count(*) FROM half_logins WHERE CAST(hash AS TEXT) = '" + ticket + "'"))
                .isZero();
    }

    private TestClient browser() {
        return server.browser().always("X-Requested-With", "test");
    }

    private String ticket() {
        return browser().signIn("anna", TestServer.USER_PASSWORD).at("ticket").toString();
    }

    private Answered show(String ticket, String code) {
        return browser()
                .post(
                        "/api/v1/auth/login/second-factor",
                        "{\"ticket\":\"%s\",\"totp\":\"%s\"}".formatted(ticket, code));
    }
}
