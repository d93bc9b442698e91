// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.homekeep.model.Role;
import app.homekeep.server.access.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Uploads and downloads: streamed, counted, cut at once, and not held open by clients that do nothing.
class TransfersTest {
    private static final long LARGE = 512L * 1024 * 1024;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final CompletableFuture<Throwable> uploadFailed = new CompletableFuture<>();
    private TestServer server;

    @BeforeEach
    void open() throws IOException {
        Path sparse = folder.resolve("large");
        try (var file = FileChannel.open(
                sparse, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            file.write(ByteBuffer.wrap(new byte[] {1}), LARGE - 1);
        }
        server = TestServer.of(
                Route.get(
                        "/large",
                        Access.signedIn(),
                        r -> new Answer.FileContent(
                                FileChannel.open(sparse), LARGE, "video/mp4", "t", Instant.EPOCH, Map.of())),
                Route.get(
                        "/made",
                        Access.signedIn(),
                        r -> new Answer.Written("text/plain", Map.of(), out -> {
                            for (int i = 0; i < 100_000; i++) {
                                out.write((i + "\n").getBytes(StandardCharsets.UTF_8));
                            }
                        })),
                Route.get(
                        "/made-badly",
                        Access.signedIn(),
                        r -> new Answer.Written("text/plain", Map.of(), out -> {
                            throw new IOException("disk");
                        })),
                Route.get(
                        "/made-half",
                        Access.signedIn(),
                        r -> new Answer.Written("text/plain", Map.of(), out -> {
                            out.write(new byte[200_000]);
                            throw new IOException("disk");
                        })),
                Route.post("/upload", Access.signedIn(), this::receive).upload(),
                Route.post("/ignore", Access.signedIn(), r -> Answer.nothing()).upload(),
                Route.get("/quick", Access.anyone(), r -> Answer.text(200, "text/plain", "quick")));
        server.callers.signIn("anna", Role.USER);
        server.callers.signIn("ben", Role.USER);
    }

    private Answer receive(Request request) throws IOException {
        try (InputStream body = request.stream()) {
            long count = body.transferTo(OutputStream.nullOutputStream());
            return Answer.text(
                    201, "text/plain", count + " of " + request.contentLength().orElse(-1L));
        } catch (IOException | RuntimeException failure) {
            uploadFailed.complete(failure);
            throw failure;
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String[] as(DoorKind door, String who, String... more) {
        String cookie = (door == DoorKind.LAN ? "__Host-homekeep=" : "homekeep=") + who;
        var all = new String[more.length + 2];
        all[0] = "Cookie: " + cookie;
        all[1] = "X-Requested-With: test";
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    private RawClient begin(DoorKind door, String method, String path, String... headers) throws IOException {
        RawClient client = RawClient.open(server, door);
        client.send(RawClient.request(method, path, headers));
        return client;
    }

    @Tag("DC-03")
    @ParameterizedTest
    @EnumSource(
            value = DoorKind.class,
            names = {"LOCAL", "LAN"})
    void a_download_is_cut_at_once(DoorKind door) throws IOException {
        try (var client = begin(door, "GET", "/large", as(door, "anna"));
                var other = begin(door, "GET", "/large", as(door, "ben"))) {
            client.head();
            client.in().readNBytes(1_000_000);
            other.head();
            assertThat(server.web.openExchanges().transfers()).isEqualTo(2);

            server.callers.revoke("anna");
            server.web.openExchanges().cut("s-anna", "session_revoked", "{}");

            Eventually.within(AT_ONCE, () -> server.web.openExchanges().transfers() == 1);
            client.socket().setSoTimeout((int) AT_ONCE.toMillis());
            assertThat(client.untilClosed()).isLessThan((int) LARGE - 1_000_000);
            assertThat(other.in().readNBytes(5_000_000)).hasSize(5_000_000);
        }
    }

    @Tag("DC-03")
    @ParameterizedTest
    @EnumSource(
            value = DoorKind.class,
            names = {"LOCAL", "LAN"})
    void an_upload_is_cut_at_once(DoorKind door) throws Exception {
        try (var client = begin(door, "POST", "/upload", as(door, "anna", "Content-Length: " + LARGE))) {
            client.send(new byte[1_000_000]);
            Eventually.holds(() -> server.web.openExchanges().transfers() == 1);

            server.web.openExchanges().cut("s-anna", "session_revoked", "{}");

            assertThat(uploadFailed.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(IOException.class);
            Eventually.within(AT_ONCE, () -> server.web.openExchanges().transfers() == 0);
            client.socket().setSoTimeout((int) AT_ONCE.toMillis());
            assertThat(client.untilClosed()).isZero();
        }
    }

    @Test
    void over_http_2_the_stream_is_cut_and_its_neighbours_go_on() throws Exception {
        try (var client =
                HttpClient.newBuilder().sslContext(TestCertificate.CONTEXT).build()) {
            URI base = URI.create("https://localhost:" + server.port(DoorKind.LAN));
            HttpResponse<InputStream> large = client.send(
                    HttpRequest.newBuilder(base.resolve("/large"))
                            .header("Cookie", "__Host-homekeep=anna")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(large.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(large.body().readNBytes(1_000_000)).hasSize(1_000_000);

            server.web.openExchanges().cut("s-anna", "session_revoked", "{}");

            assertThat(catchThrowable(() -> large.body().transferTo(OutputStream.nullOutputStream())))
                    .isInstanceOf(IOException.class);
            Eventually.within(AT_ONCE, () -> server.web.openExchanges().transfers() == 0);
            HttpResponse<String> quick = client.send(
                    HttpRequest.newBuilder(base.resolve("/quick")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(quick.body()).isEqualTo("quick");
        }
    }

    @Test
    void an_upload_over_http_2_arrives_whole() throws Exception {
        try (var client =
                HttpClient.newBuilder().sslContext(TestCertificate.CONTEXT).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + server.port(DoorKind.LAN) + "/upload"))
                            .header("Cookie", "__Host-homekeep=anna")
                            .header("X-Requested-With", "test")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[5_000_000]))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.body()).isEqualTo("5000000 of 5000000");
        }
    }

    @Test
    void an_upload_arrives_whole() throws IOException {
        for (DoorKind door : new DoorKind[] {DoorKind.LOCAL, DoorKind.LAN}) {
            try (var client = begin(door, "POST", "/upload", as(door, "anna", "Content-Length: 3000000"))) {
                client.send(new byte[3_000_000]);

                assertThat(client.reply(false).text()).isEqualTo("3000000 of 3000000");
            }
        }
        assertThat(server.web.traffic().receivedBytes()).isEqualTo(6_000_000);
    }

    @Test
    void a_chunked_upload_arrives_whole() throws IOException {
        try (var client =
                begin(DoorKind.LOCAL, "POST", "/upload", as(DoorKind.LOCAL, "anna", "Transfer-Encoding: chunked"))) {
            for (int i = 0; i < 100; i++) {
                client.send("10000\r\n" + "x".repeat(0x10000) + "\r\n");
            }
            client.send("0\r\n\r\n");

            assertThat(client.reply(false).text()).isEqualTo(100 * 0x10000 + " of -1");
        }
    }

    @Test
    void an_upload_without_a_body_is_empty() {
        assertThat(server.ask(RawClient.request("POST", "/upload", as(DoorKind.LOCAL, "anna")))
                        .text())
                .isEqualTo("0 of -1");
    }

    @Test
    void an_upload_that_waits_to_be_told_to_go_on_is_told() throws IOException {
        try (var client = begin(
                DoorKind.LOCAL,
                "POST",
                "/upload",
                as(DoorKind.LOCAL, "anna", "Expect: 100-continue", "Content-Length: 5"))) {
            assertThat(client.head().status()).isEqualTo(100);
            client.send("12345");

            assertThat(client.reply(false).text()).isEqualTo("5 of 5");
        }
    }

    @Test
    void an_upload_that_is_not_read_ends_its_connection() throws IOException {
        try (var client =
                begin(DoorKind.LOCAL, "POST", "/ignore", as(DoorKind.LOCAL, "anna", "Content-Length: " + LARGE))) {
            assertThat(client.reply(false).status()).isEqualTo(204);
            assertThat(client.untilClosed()).isZero();
        }
    }

    @Test
    void an_upload_that_stalls_is_cut() throws Exception {
        try (var client =
                begin(DoorKind.LOCAL, "POST", "/upload", as(DoorKind.LOCAL, "anna", "Content-Length: " + LARGE))) {
            client.send(new byte[100_000]);

            assertThat(client.reply(false).status()).isEqualTo(408);
            assertThat(client.untilClosed()).isZero();
            assertThat(uploadFailed.get(1, TimeUnit.SECONDS)).hasMessageContaining("slowly");
        }
    }

    @Test
    void an_upload_that_dribbles_in_is_cut() throws Exception {
        Instant began = Instant.now();
        try (var client =
                begin(DoorKind.LOCAL, "POST", "/upload", as(DoorKind.LOCAL, "anna", "Content-Length: " + LARGE))) {
            do {
                client.send("x");
            } while (!client.answersWithin(50));

            assertThat(client.reply(false).status()).isEqualTo(408);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void an_upload_whose_client_goes_away_fails() throws Exception {
        try (var client =
                begin(DoorKind.LOCAL, "POST", "/upload", as(DoorKind.LOCAL, "anna", "Content-Length: 1000000"))) {
            client.send(new byte[1000]);
            Eventually.holds(() -> server.web.openExchanges().transfers() == 1);
        }

        assertThat(uploadFailed.get(5, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
        Eventually.holds(() -> server.web.openExchanges().transfers() == 0);
    }

    @Test
    void a_reader_that_takes_nothing_is_let_go() throws IOException {
        try (var client = begin(DoorKind.LOCAL, "GET", "/large", as(DoorKind.LOCAL, "anna"))) {
            client.head();
            Eventually.holds(() -> server.web.openExchanges().transfers() == 1);

            Eventually.within(
                    Duration.ofSeconds(5), () -> server.web.openExchanges().transfers() == 0);
        }
    }

    @Test
    void transfers_beyond_the_limit_wait_and_small_answers_do_not() throws IOException {
        int most = TestServer.limits().transfers();
        var clients = new ArrayList<RawClient>();
        try {
            for (int i = 0; i < most + 2; i++) {
                clients.add(begin(DoorKind.LOCAL, "GET", "/large", as(DoorKind.LOCAL, "anna")));
            }
            Eventually.holds(() -> server.web.openExchanges().transfers() == most);

            assertThat(server.get("/quick").text()).isEqualTo("quick");
            clients.get(0).close();
            clients.get(1).close();

            assertThat(clients.get(most).head().status()).isEqualTo(200);
            assertThat(clients.get(most + 1).head().status()).isEqualTo(200);
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void a_made_body_is_sent_as_it_is_made() {
        for (DoorKind door : new DoorKind[] {DoorKind.LOCAL, DoorKind.LAN}) {
            RawClient.Reply reply = server.ask(door, RawClient.request("GET", "/made", as(door, "anna")));

            assertThat(reply.text()).startsWith("0\n1\n").endsWith("\n99999\n").hasLineCount(100_000);
        }
    }

    @Test
    void a_made_body_that_fails_before_it_begins_is_a_problem() {
        RawClient.Reply reply = server.get("/made-badly", as(DoorKind.LOCAL, "anna"));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).contains("internal").doesNotContain("disk");
    }

    @Test
    void a_made_body_that_fails_on_the_way_breaks_off() throws IOException {
        try (var client = begin(DoorKind.LOCAL, "GET", "/made-half", as(DoorKind.LOCAL, "anna"))) {
            assertThat(catchThrowable(() -> client.reply(false)))
                    .isInstanceOfAny(IOException.class, NumberFormatException.class);
        }
    }

    @Test
    void a_session_that_ended_before_its_download_was_registered_gets_nothing() throws Exception {
        var inHandler = new CompletableFuture<Void>();
        var goOn = new CompletableFuture<Void>();
        Path file = Files.writeString(folder.resolve("secret"), "secret");
        try (var late = TestServer.of(Route.get("/late", Access.signedIn(), r -> {
            inHandler.complete(null);
            goOn.join();
            return new Answer.FileContent(FileChannel.open(file), 6, "text/plain", "t", Instant.EPOCH, Map.of());
        }))) {
            late.callers.signIn("anna", Role.USER);
            try (var client = RawClient.open(late, DoorKind.LOCAL)) {
                client.send(RawClient.request("GET", "/late", as(DoorKind.LOCAL, "anna")));
                inHandler.get(5, TimeUnit.SECONDS);
                late.callers.revoke("anna");
                late.web.openExchanges().cut("s-anna", "session_revoked", "{}");
                goOn.complete(null);

                RawClient.Reply reply = client.reply(false);

                assertThat(reply.status()).isEqualTo(401);
                assertThat(reply.text()).contains("session_revoked");
            }
        }
    }
}
