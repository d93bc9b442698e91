// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.homekeep.model.Role;
import app.homekeep.server.access.Access;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Server-sent events: framed, kept alive, bounded, cut.
class EventStreamTest {
    private final CompletableFuture<EventStream> opened = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private TestServer server;

    @BeforeEach
    void open() {
        server = TestServer.of(
                Route.get(
                        "/events",
                        Access.signedIn(),
                        request -> new Answer.Events(stream -> {
                            stream.onClose(closed::countDown);
                            opened.complete(stream);
                        })),
                Route.get("/quick", Access.anyone(), request -> Answer.text(200, "text/plain", "quick")));
        server.callers.signIn("anna", Role.USER);
        server.callers.signIn("slow-anna", Role.USER);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /// Reads the stream line by line, its chunks undone.
    private static final class Reader implements AutoCloseable {
        private final RawClient client;
        private String rest = "";
        private int beats;

        Reader(RawClient client) {
            this.client = client;
        }

        /// The next line that is no heartbeat; empty between two events.
        String line() throws IOException {
            while (true) {
                while (rest.indexOf('\n') < 0) {
                    int size = Integer.parseInt(client.line(), 16);
                    if (size == 0) {
                        return "the end";
                    }
                    rest += new String(client.in().readNBytes(size), StandardCharsets.UTF_8);
                    client.line();
                }
                String line = rest.substring(0, rest.indexOf('\n'));
                rest = rest.substring(rest.indexOf('\n') + 1);
                if (line.equals(":")) {
                    beats++;
                    line();
                } else {
                    return line;
                }
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    private Reader listen(String who) throws Exception {
        RawClient client = RawClient.open(server, DoorKind.LOCAL);
        client.send("GET /events HTTP/1.1\r\nHost: localhost\r\nCookie: homekeep=" + who + "\r\n\r\n");
        RawClient.Reply head = client.head();
        assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        var reader = new Reader(client);
        assertThat(reader.line()).isEqualTo("retry: 2000");
        assertThat(reader.line()).isEmpty();
        return reader;
    }

    private EventStream stream() throws Exception {
        return opened.get(5, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "slow-anna"})
    void an_event_arrives(String who) throws Exception {
        try (var reader = listen(who)) {
            stream().send("files_changed", "{\"path\":\"/ä\"}");

            assertThat(reader.line()).isEqualTo("event: files_changed");
            assertThat(reader.line()).isEqualTo("data: {\"path\":\"/ä\"}");
            assertThat(reader.line()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\n\"a\":1}", "{\r\"a\":1}", "{\r\n\"a\":1}", "{}\n\nevent: evil\ndata: x", "{}\r\revent: evil"
            })
    void data_does_not_break_out_of_its_frame(String json) throws Exception {
        try (var reader = listen("anna")) {
            stream().send("a", json);
            stream().send("b", "{}");

            assertThat(reader.line()).isEqualTo("event: a");
            assertThat(reader.line()).startsWith("data: {").doesNotContain("\r");
            assertThat(reader.line()).isEmpty();
            assertThat(reader.line()).isEqualTo("event: b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\rdata: x", "a b", "a:b", "ä"})
    void a_name_that_is_none_is_refused(String name) throws Exception {
        try (var reader = listen("anna")) {
            EventStream stream = stream();

            assertThat(catchThrowable(() -> stream.send(name, "{}"))).isInstanceOf(IllegalArgumentException.class);
            assertThat(reader).isNotNull();
        }
    }

    @Test
    void a_silent_stream_is_kept_alive() throws Exception {
        try (var reader = listen("anna")) {
            CompletableFuture.delayedExecutor(450, TimeUnit.MILLISECONDS)
                    .execute(() -> opened.join().send("a", "{}"));

            assertThat(reader.line()).isEqualTo("event: a");
            assertThat(reader.beats).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void many_events_arrive_in_order() throws Exception {
        try (var reader = listen("anna")) {
            for (int i = 0; i < 1000; i++) {
                stream().send("n", Integer.toString(i));
                assertThat(reader.line()).isEqualTo("event: n");
                assertThat(reader.line()).isEqualTo("data: " + i);
                assertThat(reader.line()).isEmpty();
            }
        }
    }

    @Tag("DC-03")
    @Test
    void a_cut_sends_its_event_first() throws Exception {
        try (var reader = listen("anna")) {
            stream();
            server.web.openExchanges().cut("s-anna", "session_revoked", "{\"why\":\"x\"}");

            assertThat(reader.line()).isEqualTo("event: session_revoked");
            assertThat(reader.line()).isEqualTo("data: {\"why\":\"x\"}");
            assertThat(reader.line()).isEmpty();
            assertThat(reader.line()).isEqualTo("the end");
            assertThat(closed.await(1, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_reader_that_takes_nothing_is_cut_and_costs_no_more() throws Exception {
        try (var reader = listen("anna")) {
            String large = "\"" + "x".repeat(100_000) + "\"";
            for (int i = 0; i < 2000 && closed.getCount() > 0; i++) {
                stream().send("a", large);
            }

            assertThat(closed.await(2, TimeUnit.SECONDS)).isTrue();
            assertThat(reader).isNotNull();
        }
    }

    @Test
    void a_reader_that_goes_away_ends_the_stream() throws Exception {
        try (var reader = listen("anna")) {
            stream();
            assertThat(reader).isNotNull();
        }

        assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        var again = new CountDownLatch(1);
        stream().onClose(again::countDown);
        assertThat(again.getCount()).isZero();
        stream().send("a", "{}");
        stream().close();
    }

    @Test
    void a_session_that_ended_while_the_stream_opened_gets_no_events() throws Exception {
        var held = new CompletableFuture<Void>();
        var reached = new CompletableFuture<Void>();
        try (var late = TestServer.of(Route.get("/events", Access.signedIn(), request -> {
            reached.complete(null);
            held.join();
            return new Answer.Events(opened::complete);
        }))) {
            late.callers.signIn("anna", Role.USER);
            try (var client = RawClient.open(late, DoorKind.LOCAL)) {
                client.send(RawClient.request("GET", "/events", "Cookie: homekeep=anna"));
                reached.get(5, TimeUnit.SECONDS);
                late.callers.revoke("anna");
                held.complete(null);

                assertThat(client.reply(false).text()).doesNotContain("event:");
                assertThat(opened).isNotDone();
            }
        }
    }

    @Test
    void events_are_no_transfers() throws Exception {
        try (var reader = listen("anna")) {
            stream();

            assertThat(server.web.openExchanges().transfers()).isZero();
            assertThat(reader).isNotNull();
        }
    }

    @Test
    void events_go_over_http_2_beside_other_requests() throws Exception {
        try (var client =
                HttpClient.newBuilder().sslContext(TestCertificate.CONTEXT).build()) {
            URI base = URI.create("https://localhost:" + server.port(DoorKind.LAN));
            HttpResponse<Stream<String>> events = client.send(
                    HttpRequest.newBuilder(base.resolve("/events"))
                            .header("Cookie", "__Host-homekeep=anna")
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            assertThat(events.version()).isEqualTo(HttpClient.Version.HTTP_2);
            Iterator<String> lines = events.body().iterator();
            HttpResponse<String> quick = client.send(
                    HttpRequest.newBuilder(base.resolve("/quick")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(quick.body()).isEqualTo("quick");

            stream().send("a", "{}");
            server.web.openExchanges().cut("s-anna", "session_revoked", "{}");

            var all = new StringBuilder();
            lines.forEachRemaining(line -> all.append(line).append('\n'));
            assertThat(all.toString().replace(":\n\n", ""))
                    .isEqualTo("retry: 2000\n\nevent: a\ndata: {}\n\nevent: session_revoked\ndata: {}\n\n");
            assertThat(closed.await(1, TimeUnit.SECONDS)).isTrue();
        }
    }
}
