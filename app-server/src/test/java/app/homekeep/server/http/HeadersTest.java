// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Wire;
import app.homekeep.model.system.Health;
import app.homekeep.server.access.Access;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The headers that every kind of answer carries.
class HeadersTest {
    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "content");
        server = TestServer.of(
                Route.get("/json", Access.anyone(), r -> Answer.ok(Wire.type(Health.class), Health.OK)),
                Route.get("/instant", Access.anyone(), r -> Answer.ok(Wire.type(Health.class), Health.OK))
                        .instant(),
                Route.get("/nothing", Access.anyone(), r -> Answer.nothing()),
                Route.get(
                        "/file",
                        Access.anyone(),
                        r -> new Answer.FileContent(
                                FileChannel.open(file), 7, "text/plain", "tag", Instant.EPOCH, Map.of())),
                Route.get(
                        "/written",
                        Access.anyone(),
                        r -> new Answer.Written("text/plain", Map.of("X-Own", "1"), out -> out.write('x'))),
                Route.get("/events", Access.anyone(), r -> new Answer.Events(EventStream::close)),
                Route.get("/fails", Access.anyone(), r -> {
                    throw new IllegalStateException("hush: /home/olga/secret");
                }),
                Route.get(
                        "/page",
                        Access.anyone(),
                        r -> Answer.text(200, "text/html", "<p>")
                                .header("Content-Security-Policy", "default-src 'self'")
                                .header("X-Frame-Options", "SAMEORIGIN")
                                .header("Cache-Control", "max-age=60")),
                Route.get(
                        "/kept",
                        Access.anyone(),
                        r -> Answer.ok(Wire.type(Health.class), Health.OK).header("Cache-Control", "max-age=60")),
                Route.get(
                        "/cookie",
                        Access.anyone(),
                        r -> Answer.nothing()
                                .cookies(List.of(
                                        new SetCookie(
                                                "__Host-homekeep",
                                                "token",
                                                "/",
                                                true,
                                                SetCookie.SameSite.LAX,
                                                Optional.of(Duration.ofMinutes(5))),
                                        new SetCookie(
                                                "homekeep",
                                                "",
                                                "/",
                                                false,
                                                SetCookie.SameSite.STRICT,
                                                Optional.of(Duration.ZERO)),
                                        new SetCookie(
                                                "third",
                                                "t",
                                                "/a",
                                                false,
                                                SetCookie.SameSite.STRICT,
                                                Optional.empty())))));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Tag("FO-17")
    @Tag("FT-12")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/json",
                "/instant",
                "/nothing",
                "/file",
                "/written",
                "/events",
                "/fails",
                "/missing",
                "/a/../b",
                "/cookie"
            })
    void every_answer_carries_the_headers_that_protect(String path) {
        RawClient.Reply reply = server.get(path);

        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(reply.header("Permissions-Policy")).isEqualTo("camera=(), microphone=(), geolocation=()");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(reply.header("X-Request-Id")).isEqualTo("id-1");
        assertThat(reply.header("Strict-Transport-Security")).isEmpty();
        assertThat(reply.header("Server")).isEmpty();
        assertThat(reply.header("X-Powered-By")).isEmpty();
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void what_an_answer_says_itself_wins() {
        RawClient.Reply reply = server.get("/page");

        assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'self'");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(reply.header("Cache-Control")).isEqualTo("max-age=60");
        assertThat(server.get("/written").header("X-Own")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "/json, no-store",
        "/missing, no-store",
        "/events, no-store",
        "/kept, max-age=60",
        "/file, 'private, no-cache'",
        "/nothing, ''"
    })
    void json_is_not_kept(String path, String caching) {
        assertThat(server.get(path).header("Cache-Control")).isEqualTo(caching);
    }

    @ParameterizedTest
    @CsvSource({
        "home.local, max-age=31536000; includeSubDomains",
        "home.local:8443, max-age=31536000; includeSubDomains",
        "localhost, ''",
        "127.0.0.1, ''",
        "[::1], ''"
    })
    void https_is_asked_for_on_the_servers_own_name_only(String host, String expected) {
        RawClient.Reply reply = server.ask(DoorKind.LAN, RawClient.request("GET", "/json", "Host: " + host));

        assertThat(reply.header("Strict-Transport-Security")).isEqualTo(expected);
    }

    @Test
    void https_is_not_asked_for_on_a_name_that_is_not_ours_nor_over_http() {
        assertThat(server.ask(DoorKind.LAN, RawClient.request("GET", "/json", "Host: evil.example"))
                        .header("Strict-Transport-Security"))
                .isEmpty();
        assertThat(server.get("/json", "Host: home.local").header("Strict-Transport-Security"))
                .isEmpty();
        assertThat(server.ask(DoorKind.WELCOME, RawClient.request("GET", "/json", "Host: home.local"))
                        .header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void https_is_not_asked_for_where_the_owner_does_not_want_it() {
        try (var quiet = TestServer.with(
                config -> TestServer.changed(
                        config, config.limits(), new DoorRules(() -> false, Proxies.NONE, () -> false, Set::of)),
                Route.get("/json", Access.anyone(), r -> Answer.nothing()))) {
            assertThat(quiet.ask(DoorKind.LAN, RawClient.request("GET", "/json", "Host: home.local"))
                            .header("Strict-Transport-Security"))
                    .isEmpty();
        }
    }

    @Test
    void cookies_are_set_as_asked() {
        assertThat(server.get("/cookie").headers().get("set-cookie"))
                .containsExactly(
                        "__Host-homekeep=token; Path=/; Max-Age=300; Secure; HttpOnly; SameSite=Lax",
                        "homekeep=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict",
                        "third=t; Path=/a; HttpOnly; SameSite=Strict");
    }

    @Tag("LN-09")
    @Test
    void an_unforeseen_failure_tells_nothing_but_its_id() {
        RawClient.Reply reply = server.get("/fails");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text())
                .isEqualTo("{\"error\":\"An internal error occurred\",\"code\":\"internal\",\"request_id\":\"id-1\"}");
    }

    @Test
    void a_head_is_the_get_without_its_body() {
        for (String path : List.of("/json", "/file", "/page")) {
            RawClient.Reply get = server.get(path);
            RawClient.Reply head = server.ask(RawClient.request("HEAD", path));

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
            assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        }
        assertThat(server.ask(RawClient.request("HEAD", "/written")).status()).isEqualTo(200);
        assertThat(server.ask(RawClient.request("HEAD", "/events")).status()).isEqualTo(200);
        assertThat(server.ask(RawClient.request("HEAD", "/missing")).status()).isEqualTo(404);
    }

    @Test
    void a_head_leaves_the_connection_usable() throws Exception {
        try (var client = RawClient.open(server, DoorKind.LOCAL)) {
            for (String path : List.of("/json", "/file", "/written", "/missing")) {
                client.send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                client.reply(true);
            }
            client.send("GET /json HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(client.reply(false).text()).isEqualTo("{\"status\":\"ok\",\"down\":[]}");
        }
    }
}
