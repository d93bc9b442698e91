// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.Wire;
import app.homekeep.model.system.Health;
import app.homekeep.server.access.Access;
import app.homekeep.server.problem.Refused;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of headers on every kind of error, over each door.
@Tag("FO-17")
@Tag("FT-12")
class HeaderTableTest {
    private static final String BEARER = "Authorization: Bearer " + TestServer.CONTROL_TOKEN;
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.of(
                Route.get("/refused/{code}", Access.anyone(), request -> {
                    throw Refused.later(
                            ProblemCode.valueOf(request.segment("code").toUpperCase(Locale.ROOT)),
                            "No.",
                            Duration.ofSeconds(5));
                }),
                Route.get("/in", Access.signedIn(), request -> Answer.nothing()),
                Route.post("/json", Access.anyone(), request -> {
                    request.json(Wire.type(Health.class));
                    return Answer.nothing();
                }));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static void assertTable(RawClient.Reply reply) {
        assertThat(HeaderDefaults.ALWAYS)
                .allSatisfy(each -> assertThat(reply.header(each.name().toString()))
                        .as(each.name().toString())
                        .isEqualTo(each.value()));
        assertThat(reply.header("X-Request-Id")).startsWith("id-");
        assertThat(reply.header("Server")).isEmpty();
        if (reply.body().length > 0) {
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void the_table_is_what_was_promised() {
        assertThat(HeaderDefaults.ALWAYS.stream().map(each -> each.name() + ": " + each.value()))
                .containsExactly(
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "Referrer-Policy: strict-origin-when-cross-origin",
                        "Permissions-Policy: camera=(), microphone=(), geolocation=()",
                        "Cross-Origin-Opener-Policy: same-origin",
                        "Cross-Origin-Resource-Policy: same-origin",
                        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @EnumSource(
            value = DoorKind.class,
            names = {"LOCAL", "LAN", "CONTROL"})
    void every_refusal_there_is(DoorKind door) {
        assertThat(ProblemCode.values()).allSatisfy(code -> {
            String path = "/refused/" + code.name().toLowerCase(Locale.ROOT);
            RawClient.Reply reply = server.ask(door, RawClient.request("GET", path, BEARER));

            assertThat(reply.status()).isEqualTo(code.status());
            assertTable(reply);
        });
    }

    /// What is refused before any route, by its status.
    static Stream<Arguments> early() {
        Map<Integer, String> requests = Map.of(
                400, RawClient.request("GET", "/a/../b", BEARER),
                401, RawClient.request("GET", "/in"),
                404, RawClient.request("GET", "/missing", BEARER),
                405, RawClient.request("TRACE", "/in", BEARER),
                413, RawClient.request("POST", "/json", BEARER, "Content-Length: 99999999"),
                415, RawClient.withBody("POST", "/json", "a=b", BEARER, "Content-Type: text/csv"),
                421, RawClient.request("GET", "/in", BEARER, "Host: evil.example"));
        return Stream.of(DoorKind.LOCAL, DoorKind.LAN, DoorKind.CONTROL)
                .flatMap(door ->
                        requests.entrySet().stream().map(each -> Arguments.of(door, each.getKey(), each.getValue())));
    }

    @ParameterizedTest
    @MethodSource("early")
    void what_is_refused_before_any_route(DoorKind door, int status, String request) {
        RawClient.Reply reply = server.ask(door, request);

        assertThat(reply.status()).isEqualTo(status);
        assertTable(reply);
    }

    @ParameterizedTest
    @EnumSource(
            value = DoorKind.class,
            names = {"LOCAL", "LAN"})
    void what_another_site_sends(DoorKind door) {
        RawClient.Reply reply =
                server.ask(door, RawClient.withBody("POST", "/json", "{}", "Origin: https://evil.example"));

        assertThat(reply.status()).isEqualTo(403);
        assertTable(reply);
    }

    @Test
    void the_welcome_door() {
        List<RawClient.Reply> replies = Stream.of(
                        RawClient.request("GET", "/in"),
                        RawClient.request("GET", "/a/../b"),
                        RawClient.request("DELETE", "/in"),
                        RawClient.request("TRACE", "/in"),
                        RawClient.request("GET", "/in", "Host: evil.example"))
                .map(request -> server.ask(DoorKind.WELCOME, request))
                .toList();

        assertThat(replies).extracting(RawClient.Reply::status).containsExactly(308, 400, 308, 405, 421);
        assertThat(replies).allSatisfy(HeaderTableTest::assertTable);
    }

    @Test
    void plain_http_on_the_tls_door() {
        List<RawClient.Reply> replies = Arrays.asList(
                RawClient.askPlain(server, DoorKind.LAN, RawClient.request("GET", "/in")),
                RawClient.askPlain(server, DoorKind.LAN, RawClient.request("GET", "/in", "Host: evil.example")));

        assertThat(replies).extracting(RawClient.Reply::status).containsExactly(400, 421);
        assertThat(replies).allSatisfy(HeaderTableTest::assertTable);
    }
}
