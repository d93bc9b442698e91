// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Limits;
import app.homekeep.model.Role;
import app.homekeep.model.Wire;
import app.homekeep.model.system.Health;
import app.homekeep.server.access.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that clients shouldn't send, and what Undertow does with them; each of its traps is pinned here, so that an
/// update that moves one is seen at once.
class ProtocolTest {
    private final AtomicInteger reached = new AtomicInteger();
    private TestServer server;

    @BeforeEach
    void open() {
        server = TestServer.of(
                Route.get("/", Access.anyone(), request -> {
                    reached.incrementAndGet();
                    return Answer.text(
                            200,
                            "text/plain",
                            "root " + request.header("X-Folded").orElse(""));
                }),
                Route.get("/big", Access.anyone(), request -> Answer.text(200, "text/plain", "word ".repeat(1000))),
                Route.get("/big.png", Access.anyone(), request -> Answer.text(200, "image/png", "word ".repeat(1000))),
                Route.post("/json", Access.anyone(), request -> {
                    reached.incrementAndGet();
                    return Answer.ok(Wire.type(Health.class), request.json(Wire.type(Health.class)));
                }));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private RawClient client() throws IOException {
        return RawClient.open(server, DoorKind.LOCAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /json HTTP/1.1\nHost: localhost\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\n",
                "POST /json HTTP/1.1\nHost: localhost\nContent-Length: 4\nContent-Length: 5\n\nabcd",
                "POST /json HTTP/1.1\nHost: localhost\nContent-Length: +4\n\nabcd",
                "POST /json HTTP/1.1\nHost: localhost\nContent-Length: -4\n\nabcd",
                "POST /json HTTP/1.1\nHost: localhost\nContent-Length: 4x\n\nabcd",
                "POST /json HTTP/1.1\nHost: localhost\nContent-Length: 99999999999999999999\n\nabcd",
                "POST /json HTTP/1.1\nHost: localhost\nTransfer-Encoding: xchunked\n\n0\n\n",
                "POST /json HTTP/1.1\nHost: localhost\nTransfer-Encoding: identity, chunked\n\n0\n\n",
                "POST /json HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked, identity\n\n0\n\n",
                "POST /json HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\nTransfer-Encoding: chunked\n\n0\n\n",
                "POST /json HTTP/1.1\nHost: localhost\nTransfer-Encoding : chunked\n\n0\n\n",
                "GET / HTTP/1.1\nHost : localhost\n\n",
                "GET / HTTP/1.1\n Host: localhost\n\n",
                "GET / HTTP/1.1\nHost: localhost\nHost: localhost\n\n",
                "GET / HTTP/1.1\nHost: localhost\nX: a\0b\n\n",
                "GET / HTTP/1.1\nHost: localhost\nX\n\n",
                "GET / HTTP/1.1\nHost: localhost\n: x\n\n",
                "GET / HTTP/2.0\nHost: localhost\n\n",
                "GET http://evil.example/ HTTP/1.1\nHost: localhost\n\n",
                "GARBAGE\n\n",
            })
    void what_could_smuggle_a_second_request_reaches_no_route(String request) throws IOException {
        try (var client = client()) {
            client.send(request.replace("\n", "\r\n") + "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(client.line()).contains(" 400 ");
            client.untilClosed();
            assertThat(reached).hasValue(0);
        }
    }

    @Test
    void lines_that_end_without_a_carriage_return_are_refused() throws IOException {
        try (var client = client()) {
            client.send("GET / HTTP/1.1\nHost: localhost\n\n");

            assertThat(client.line()).contains(" 400 ");
        }
    }

    /// Undertow takes what isn't a chunk's length for the last chunk, so what follows could be anything.
    @ParameterizedTest
    @ValueSource(strings = {"zz\n\n", "-1\n\n", "0\n\n", "0;\n\n", "5;\nabcde\n0\n\n", "2\n{}\n0\nTrailer: x\n\n"})
    void what_follows_a_chunked_body_is_not_read(String chunks) throws IOException {
        try (var client = client()) {
            client.send(("POST /json HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n" + chunks
                            + "GET / HTTP/1.1\nHost: localhost\n\n")
                    .replace("\n", "\r\n"));

            RawClient.Reply reply = client.reply(false);

            assertThat(reply.status()).isIn(400, 415);
            assertThat(reply.header("Connection")).isEqualTo("close");
            assertThat(client.untilClosed()).isZero();
            assertThat(reached).hasValueLessThan(2);
        }
    }

    @Test
    void a_version_that_nobody_knows_is_answered_as_the_one_we_speak() {
        assertThat(server.ask("GET / HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    /// RFC 9112 section 5.2 leaves the choice between refusing and this.
    @Test
    void a_folded_header_becomes_one_line() {
        assertThat(server.get("/", "X-Folded: a\r\n b").text()).isEqualTo("root a b");
    }

    @ParameterizedTest
    @ValueSource(ints = {17 * 1024, 100 * 1024})
    void headers_that_are_too_large_are_the_clients_fault(int size) throws IOException {
        try (var client = client()) {
            try {
                client.send(RawClient.request("GET", "/", "X: " + "x".repeat(size)));
            } catch (IOException alreadyClosed) {
                // The server needn't read all of it.
            }
            client.untilClosed();

            assertThat(reached).hasValue(0);
        }
    }

    @Test
    void headers_up_to_the_limit_are_read() {
        assertThat(server.get("/", "X: " + "x".repeat(15 * 1024)).status()).isEqualTo(200);
    }

    @Test
    void too_many_headers_are_the_clients_fault() throws IOException {
        var headers = new String[70];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = "X-" + i + ": y";
        }
        try (var client = client()) {
            client.send(RawClient.request("GET", "/", headers));

            assertThat(client.line()).contains(" 400 ");
        }
    }

    @Test
    void a_path_that_is_too_long_is_the_clients_fault() throws IOException {
        try (var client = client()) {
            client.send(RawClient.request("GET", "/" + "x".repeat(40 * 1024)));
            client.untilClosed();

            assertThat(server.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void a_body_of_the_largest_size_is_read() {
        String text = "x".repeat(Limits.JSON_BODY - "{\"status\":\"\",\"down\":[]}".length());
        String body = "{\"status\":\"" + text + "\",\"down\":[]}";

        assertThat(server.ask(RawClient.withBody("POST", "/json", body, "Content-Type: application/json"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_declared_body_far_over_the_limit_is_413_before_any_of_it_is_read() {
        RawClient.Reply reply = server.ask(RawClient.request(
                "POST", "/json", "Content-Type: application/json", "Content-Length: " + 32 * Limits.JSON_BODY));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text()).contains("too_large");
        assertThat(reply.header("Connection")).isEqualTo("close");
    }

    @Test
    void a_body_a_little_over_the_limit_is_read_to_its_end_so_that_every_client_gets_the_413() throws IOException {
        try (var client = client()) {
            client.send(RawClient.request(
                    "POST", "/json", "Content-Type: application/json", "Content-Length: " + (Limits.JSON_BODY + 1)));
            client.send("x".repeat(Limits.JSON_BODY + 1));

            RawClient.Reply reply = client.reply(false);
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.text()).contains("too_large");
            assertThat(reached).hasValue(0);
        }
    }

    @Test
    void a_chunked_body_over_the_limit_is_413() throws IOException {
        try (var client = client()) {
            client.send(
                    RawClient.request("POST", "/json", "Content-Type: application/json", "Transfer-Encoding: chunked"));
            String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
            for (int sent = 0; sent <= Limits.JSON_BODY; sent += 0x1000) {
                client.send(chunk);
            }
            client.send("0\r\n\r\n");

            RawClient.Reply reply = client.reply(false);
            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.text()).contains("too_large");
            assertThat(reached).hasValue(0);
        }
    }

    @Test
    void a_body_that_never_ends_is_not_read_for_ever() throws IOException {
        Instant began = Instant.now();
        try (var client = client()) {
            client.send(
                    RawClient.request("POST", "/json", "Content-Type: application/json", "Transfer-Encoding: chunked"));
            byte[] chunk = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) {
                client.send(chunk);
            }
        } catch (IOException closed) {
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 500", "Transfer-Encoding: chunked"})
    void a_small_body_that_dribbles_in_is_cut(String framing) throws IOException {
        try (var client = client()) {
            client.send(RawClient.request("POST", "/json", "Content-Type: application/json", framing));

            RawClient.Reply reply = client.reply(false);

            assertThat(reply.status()).isEqualTo(408);
            assertThat(reply.text()).contains("too_slow");
            assertThat(client.untilClosed()).isZero();
        }
    }

    @Test
    void a_header_that_dribbles_in_is_cut() throws IOException {
        try (var client = client()) {
            client.send("GET / HTTP/1.1\r\nHost: loc");

            assertThat(client.untilClosed()).isZero();
        }
    }

    @Test
    void a_client_that_waits_to_be_told_to_go_on_is_told() throws IOException {
        String body = "{\"status\":\"ok\",\"down\":[]}";
        try (var client = client()) {
            client.send(RawClient.request(
                    "POST",
                    "/json",
                    "Content-Type: application/json",
                    "Expect: 100-continue",
                    "Content-Length: " + body.length()));
            assertThat(client.head().status()).isEqualTo(100);

            client.send(body);

            assertThat(client.reply(false).text()).isEqualTo(body);
        }
    }

    @Test
    void a_client_that_would_be_refused_is_not_told_to_go_on() throws IOException {
        try (var client = client()) {
            client.send(
                    "POST /missing HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");

            assertThat(client.reply(false).status()).isEqualTo(404);
        }
    }

    @Test
    void requests_may_be_sent_ahead() throws IOException {
        try (var client = client()) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20));

            for (int i = 0; i < 20; i++) {
                assertThat(client.reply(false).text()).isEqualTo("root ");
            }
        }
    }

    @Test
    void forwarded_headers_change_nothing() {
        RawClient.Reply reply = server.get("/", "X-Forwarded-Host: evil.example", "X-Forwarded-For: 1.2.3.4");

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void an_upgrade_to_http_2_in_the_clear_is_not_taken() {
        assertThat(server.get("/", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__")
                        .status())
                .isEqualTo(200);
    }

    @Tag("FT-10")
    @Test
    void text_over_a_kibibyte_is_zipped_for_those_who_take_it() throws IOException {
        RawClient.Reply zipped = server.get("/big", "Accept-Encoding: br, gzip;q=0.5");
        RawClient.Reply plain = server.get("/big", "Accept-Encoding: gzip;q=0, br");

        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(zipped.body().length).isLessThan(200);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(server.get("/", "Accept-Encoding: gzip").header("Content-Encoding"))
                .isEmpty();
        assertThat(server.get("/big.png", "Accept-Encoding: gzip").header("Content-Encoding"))
                .isEmpty();
    }

    @Tag("FT-10")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sec-Fetch-Site: same-origin | gzip",
                "Sec-Fetch-Site: none | gzip",
                "Referer: http://localhost | gzip",
                "Referer: http://localhost/files?a=b | gzip",
                "Sec-Fetch-Site: cross-site | ''",
                "Sec-Fetch-Site: same-site | ''",
                "Referer: https://evil.example/ | ''",
                "Referer: http://localhost.evil.example/ | ''",
                "Referer: junk | ''",
            })
    void what_another_site_asks_for_is_not_zipped(String from, String coding) {
        assertThat(server.get("/big", "Accept-Encoding: gzip", from).header("Content-Encoding"))
                .isEqualTo(coding);
    }

    @Test
    void traffic_is_counted_on_the_doors_that_browsers_use() {
        TrafficCounted before = server.web.traffic();

        server.get("/");
        server.ask(RawClient.withBody(
                "POST", "/json", "{\"status\":\"ok\",\"down\":[]}", "Content-Type: application/json"));
        server.ask(DoorKind.CONTROL, RawClient.request("GET", "/"));

        assertThat(before).isEqualTo(new TrafficCounted(0, 0, 0));
        Eventually.holds(() -> server.web.traffic().equals(new TrafficCounted(2, 25, 5 + 25)));
    }

    @Test
    void an_origin_that_is_malformed_is_no_error() {
        server.callers.signIn("anna", Role.USER);

        assertThat(server.ask(RawClient.withBody("POST", "/json", "{}", "Origin: \u0001", "Cookie: homekeep=anna"))
                        .status())
                .isIn(400, 403);
    }
}
