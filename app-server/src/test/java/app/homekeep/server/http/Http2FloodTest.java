// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.access.Access;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What one HTTP/2 connection can cost.
@Tag("FO-04")
class Http2FloodTest {
    private static final byte[] CANCEL = {0, 0, 0, 8};
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.of(Route.get("/", Access.anyone(), request -> Answer.text(200, "text/plain", "root")));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static void assertServes() throws IOException {
        try (var client = Http2Client.open(server)) {
            client.send(Http2Client.HEADERS, Http2Client.END_STREAM | Http2Client.END_HEADERS, 1, Http2Client.get());
            Http2Client.Frame frame = client.next();
            while (frame.type() != Http2Client.DATA) {
                frame = client.next();
            }
            assertThat(frame.payload()).asString().isEqualTo("root");
        }
    }

    /// Sends frames until the server has enough.
    @FunctionalInterface
    private interface Attack {
        void send(Http2Client client, int round) throws IOException;
    }

    private static boolean isStopped(int rounds, Attack attack) throws IOException {
        try (var client = Http2Client.open(server)) {
            try {
                for (int round = 0; round < rounds; round++) {
                    attack.send(client, round);
                }
            } catch (IOException cutOff) {
                return true;
            }
            return client.isSentAway();
        }
    }

    /// CVE-2023-44487.
    @Test
    void streams_that_are_opened_and_cancelled_at_once_end_the_connection() throws IOException {
        boolean stopped = isStopped(2000, (client, round) -> {
            int stream = 1 + 2 * round;
            client.send(
                    Http2Client.HEADERS, Http2Client.END_STREAM | Http2Client.END_HEADERS, stream, Http2Client.get());
            client.send(Http2Client.RST_STREAM, 0, stream, CANCEL);
        });

        assertThat(stopped).isTrue();
        assertServes();
    }

    /// CVE-2024-27316 and its like.
    @Test
    void headers_that_never_end_end_the_connection() throws IOException {
        boolean stopped = isStopped(50_000, (client, round) -> {
            if (round == 0) {
                client.send(Http2Client.HEADERS, Http2Client.END_STREAM, 1, Http2Client.get());
            } else {
                client.send(Http2Client.CONTINUATION, 0, 1, Http2Client.header(120));
            }
        });

        assertThat(stopped).isTrue();
        assertServes();
    }

    @Test
    void more_streams_than_are_allowed_are_refused() throws IOException {
        try (var client = Http2Client.open(server)) {
            for (int stream = 1; stream < 2 * 400; stream += 2) {
                // Never finished.
                client.send(Http2Client.HEADERS, Http2Client.END_HEADERS, stream, Http2Client.get());
            }

            Http2Client.Frame frame = client.next();
            while (frame.type() != Http2Client.RST_STREAM && frame.type() != Http2Client.GOAWAY) {
                frame = client.next();
            }
            assertThat(frame.type()).isIn(Http2Client.RST_STREAM, Http2Client.GOAWAY);
        }
        assertServes();
    }

    /// CVE-2019-9515 and CVE-2019-9512: whoever sends these by the thousand and reads no answer is not waited for.
    @Test
    void settings_and_pings_by_the_thousand_do_no_harm() throws IOException {
        isStopped(5000, (client, round) -> {
            client.send(Http2Client.SETTINGS, 0, 0, new byte[0]);
            client.send(Http2Client.PING, 0, 0, new byte[8]);
            if (round == 4999) {
                client.close();
            }
        });

        assertServes();
    }
}
