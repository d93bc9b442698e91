// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Permission;
import app.homekeep.model.Role;
import app.homekeep.server.access.Access;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DoorsTest {
    private static final Route WHO = Route.get(
            "/who",
            Access.anyone(),
            request -> Answer.text(200, "text/plain", request.caller().name() + " by " + request.door()));

    @Test
    void every_door_serves_its_routes() {
        try (var server = TestServer.of(WHO)) {
            assertThat(server.get("/who").text()).isEqualTo("- by LOCAL");
            assertThat(server.ask(DoorKind.LAN, RawClient.request("GET", "/who"))
                            .text())
                    .isEqualTo("- by LAN");
            assertThat(server.ask(
                                    DoorKind.CONTROL,
                                    RawClient.request(
                                            "GET", "/who", "Authorization: Bearer " + TestServer.CONTROL_TOKEN))
                            .text())
                    .isEqualTo("olga by CONTROL");
        }
    }

    @Tag("FO-04")
    @Test
    void the_lan_door_speaks_http_2() throws Exception {
        try (var server = TestServer.of(WHO);
                var client = HttpClient.newBuilder()
                        .sslContext(TestCertificate.CONTEXT)
                        .build()) {
            var request = HttpRequest.newBuilder(URI.create("https://localhost:" + server.port(DoorKind.LAN) + "/who"))
                    .build();

            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo("- by LAN");
        }
    }

    @Tag("FT-03")
    @Test
    void the_welcome_door_sends_on_to_the_lan_door() {
        Route trust = Route.get("/trust", Access.anyone(), request -> Answer.text(200, "text/html", "trust"));
        try (var server = TestServer.of(WHO, trust)) {
            RawClient.Reply sentOn =
                    server.ask(DoorKind.WELCOME, RawClient.request("GET", "/who?a=b", "Host: home.local"));
            RawClient.Reply served = server.ask(DoorKind.WELCOME, RawClient.request("GET", "/trust"));

            assertThat(sentOn.status()).isEqualTo(308);
            assertThat(sentOn.header("Location"))
                    .isEqualTo("https://home.local:" + server.port(DoorKind.LAN) + "/who?a=b");
            assertThat(served.text()).isEqualTo("trust");
        }
    }

    @Test
    void each_access_is_held() {
        try (var server = TestServer.of(
                Route.get("/in", Access.signedIn(), r -> Answer.nothing()),
                Route.get("/needs", Access.needs(Permission.FILE_READ), r -> Answer.nothing()),
                Route.get("/manages", Access.manages(Permission.USER_MANAGE), r -> Answer.nothing()),
                Route.get("/machine", Access.atTheMachine(), r -> Answer.nothing()))) {
            server.callers.signIn("slow-anna", Role.USER);
            server.callers.signIn("adam", Role.ADMIN);

            assertThat(server.get("/in").status()).isEqualTo(401);
            assertThat(server.get("/in", "Cookie: homekeep=slow-anna").status()).isEqualTo(204);
            assertThat(server.get("/in", "Cookie: homekeep=gone").text()).contains("session_revoked");
            assertThat(server.get("/needs", "Cookie: homekeep=slow-anna").status())
                    .isEqualTo(204);
            assertThat(server.get("/manages", "Cookie: homekeep=slow-anna").text())
                    .contains("\"forbidden\"");
            assertThat(server.get("/manages", "Cookie: homekeep=adam").text()).contains("step_up_required");
            assertThat(server.get("/machine", "Cookie: homekeep=adam").status()).isEqualTo(404);
        }
    }
}
