// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.access.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes to the TLS door and is no TLS.
@Tag("FO-04")
class FirstByteTest {
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.of(
                Route.get("/", Access.anyone(), request -> Answer.text(200, "text/plain", "root")),
                Route.post("/", Access.anyone(), request -> Answer.text(200, "text/plain", "posted")));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static void assertServes() {
        assertThat(server.ask(DoorKind.LAN, RawClient.request("GET", "/")).text())
                .isEqualTo("root");
    }

    @Test
    void plain_http_is_told_the_right_address() {
        int port = server.port(DoorKind.LAN);

        RawClient.Reply reply =
                RawClient.askPlain(server, DoorKind.LAN, RawClient.request("GET", "/", "Host: home.local:" + port));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("Go to https://home.local:" + port + " instead.", "\"bad_request\"");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.header("Strict-Transport-Security")).isEmpty();
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void an_ipv6_address_is_named_as_it_is_typed() {
        assertThat(RawClient.askPlain(server, DoorKind.LAN, RawClient.request("GET", "/", "Host: [::1]"))
                        .text())
                .contains("https://[::1]:" + server.port(DoorKind.LAN));
    }

    @Test
    void plain_http_reaches_no_route_and_gives_no_cookie_away() {
        String[] attempts = {
            RawClient.withBody("POST", "/", "{}", "Cookie: __Host-homekeep=a"),
            RawClient.withBody(
                    "PUT", "/control/certificate", "{}", "Authorization: Bearer " + TestServer.CONTROL_TOKEN),
            RawClient.request("HEAD", "/"),
        };

        assertThat(Arrays.stream(attempts).map(FirstByteTest::status)).containsOnly(400);
    }

    private static int status(String request) {
        try (var client = RawClient.openPlain(server, DoorKind.LAN)) {
            client.send(request);
            return client.head().status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_foreign_name_is_told_nothing() {
        RawClient.Reply reply =
                RawClient.askPlain(server, DoorKind.LAN, RawClient.request("GET", "/", "Host: evil.example"));

        assertThat(reply.status()).isEqualTo(421);
        assertThat(reply.text()).doesNotContain("evil.example");
    }

    @Test
    void plain_http_is_held_to_the_limits_of_http() throws IOException {
        try (var client = RawClient.openPlain(server, DoorKind.LAN)) {
            client.send("GET / HTTP/1.1\r\nX: " + "x".repeat(100_000));

            assertThat(client.untilClosed()).isLessThan(2000);
        }
        try (var client = RawClient.openPlain(server, DoorKind.LAN)) {
            client.send("GET / HT");

            assertThat(client.untilClosed()).isLessThan(2000);
        }
        assertServes();
    }

    static List<byte[]> garbage() {
        var random = new Random(4);
        var all = new ArrayList<byte[]>();
        for (int first : new int[] {0, 1, 0x80, 0xff, ' ', 'a', '\n', 0x15, 0x17}) {
            byte[] some = new byte[600];
            random.nextBytes(some);
            some[0] = (byte) first;
            all.add(some);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void what_nobody_speaks_is_closed_without_a_word(byte[] bytes) throws IOException {
        try (var client = RawClient.openPlain(server, DoorKind.LAN)) {
            client.send(bytes);

            assertThat(client.untilClosed()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4})
    void a_handshake_that_is_none_is_closed(int second) throws IOException {
        byte[] bytes = new byte[600];
        new Random(second).nextBytes(bytes);
        System.arraycopy(new byte[] {0x16, 3, (byte) second, 2, 0x53, 1}, 0, bytes, 0, 6);
        try (var client = RawClient.openPlain(server, DoorKind.LAN)) {
            client.send(bytes);

            // An alert at most.
            assertThat(client.untilClosed()).isLessThan(20);
        }
        assertServes();
    }

    @Test
    void an_http_2_preface_in_the_clear_does_no_harm() throws IOException {
        try (var client = RawClient.openPlain(server, DoorKind.LAN)) {
            client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

            assertThat(client.untilClosed()).isLessThan(2000);
        }
        assertServes();
    }

    @Test
    void a_flood_of_all_that_keeps_the_door_open() throws IOException {
        var open = new ArrayList<RawClient>();
        List<byte[]> kinds = List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x16, 3, 1},
                new byte[] {0},
                new byte[0]);
        try {
            for (int i = 0; i < 300; i++) {
                var client = RawClient.openPlain(server, DoorKind.LAN);
                open.add(client);
                client.send(kinds.get(i % kinds.size()));
            }

            assertServes();
        } finally {
            for (RawClient client : open) {
                client.close();
            }
        }
    }

    @Test
    void a_handshake_that_comes_in_pieces_is_put_together() throws Exception {
        try (var relay = new SlowRelay(server.port(DoorKind.LAN));
                var socket = TestCertificate.CONTEXT
                        .getSocketFactory()
                        .createSocket(relay.connect(), "localhost", 1, true)) {
            socket.getOutputStream().write(RawClient.request("GET", "/").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .endsWith("root");
        }
    }
}
