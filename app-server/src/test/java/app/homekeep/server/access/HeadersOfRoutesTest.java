// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import app.homekeep.server.http.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every route of the route table, over each door: the headers that protect, and what is text made smaller.
class HeadersOfRoutesTest {
    private static final List<String> TABLE = List.of(
            "x-content-type-options: nosniff",
            "x-frame-options: DENY",
            "referrer-policy: strict-origin-when-cross-origin",
            "permissions-policy: camera=(), microphone=(), geolocation=()",
            "cross-origin-opener-policy: same-origin",
            "cross-origin-resource-policy: same-origin");

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static TestClient signedIn;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        signedIn = server.browser();
        signedIn.signIn("olga", TestServer.OWNER_PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answered ask(TestClient client, Route route, String... headers) {
        String path = route.path().replaceAll("\\{[^}]*}", "none");
        return client.send(route.method(), path, BodyPublishers.noBody(), headers);
    }

    /// The trust page's address may have a pairing's code, and one picture of it is for the page at the other door.
    private static String expected(Route route, Answered answer, String line) {
        String header = line.split(": ")[0];
        if (answer.status() >= 400) {
            return line.split(": ")[1];
        }
        if (route.path().equals("/trust") && header.equals("referrer-policy")) {
            return "no-referrer";
        }
        if (route.path().equals("/trust/seen") && header.equals("cross-origin-resource-policy")) {
            return "cross-origin";
        }
        return line.split(": ")[1];
    }

    private static void assertTable(Route route, Answered answer) {
        String what = route.method() + " " + route.path() + " " + answer.status();
        assertThat(TABLE)
                .as(what)
                .allSatisfy(line ->
                        assertThat(answer.header(line.split(": ")[0])).isEqualTo(expected(route, answer, line)));
        assertThat(answer.header("content-security-policy"))
                .as(what)
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("x-request-id")).as(what).isNotEmpty();
        assertThat(answer.header("server")).as(what).isEmpty();
        assertThat(answer.header("strict-transport-security")).as(what).isEmpty();
        assertThat(answer.header("access-control-allow-origin")).as(what).isEmpty();
        if (answer.header("content-type").equals("application/json")) {
            assertThat(answer.header("cache-control")).as(what).contains("no-");
        }
    }

    @Tag("FO-17")
    @Tag("FT-12")
    @Test
    void every_route_over_every_door_carries_the_table() {
        TestClient unknown = server.control().always("Authorization", "");
        for (Route route : server.routes()) {
            assertTable(route, ask(server.browser(), route));
            assertTable(route, ask(server.phone(), route));
            assertTable(route, ask(unknown, route));
        }
    }

    @Tag("FT-10")
    @Test
    void every_text_over_a_kibibyte_is_zipped_and_nothing_else() {
        for (Route route : server.routes()) {
            if (!route.method().equals("GET") || route.path().endsWith("/events")) {
                continue;
            }
            Answered plain = ask(signedIn, route);
            Answered zipped = ask(signedIn, route, "Accept-Encoding", "gzip");
            String type = plain.header("content-type");
            boolean text = type.startsWith("text/")
                    || type.startsWith("application/json")
                    || type.startsWith("application/javascript")
                    || type.startsWith("application/manifest+json")
                    || type.startsWith("image/svg+xml");
            boolean expected = text && plain.bytes().length > 1024;

            assertThat(zipped.header("content-encoding"))
                    .as(route.path() + " " + type + " " + plain.bytes().length)
                    .isEqualTo(expected ? "gzip" : "");
            if (expected) {
                assertThat(plain.header("vary")).as(route.path()).contains("Accept-Encoding");
                assertThat(zipped.header("vary")).as(route.path()).contains("Accept-Encoding");
                assertThat(zipped.bytes().length).isLessThan(plain.bytes().length);
            }
        }
    }

    @Tag("FT-10")
    @Test
    void the_audit_log_goes_out_zipped() throws IOException {
        String path = "/api/v1/audit/export?format=jsonl";
        Answered plain = server.control().get(path);
        Answered zipped = server.control().get(path, "Accept-Encoding", "gzip");

        assertThat(zipped.header("content-encoding")).isEqualTo("gzip");
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(zipped.bytes())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith(plain.text().substring(0, 200));
    }

    @Tag("FT-10")
    @Test
    void a_file_is_sent_as_it_is() {
        String space =
                String.valueOf(signedIn.get("/api/v1/spaces").items().getFirst().get("id"));
        signedIn.send(
                "POST",
                "/api/v1/spaces/" + space + "/upload?path=/long.txt",
                BodyPublishers.ofString("long ".repeat(1000)),
                "X-Requested-With",
                "t");

        Answered part = signedIn.get(
                "/api/v1/spaces/" + space + "/content?path=/long.txt", "Accept-Encoding", "gzip", "Range", "bytes=0-9");
        Answered whole = signedIn.get("/api/v1/spaces/" + space + "/content?path=/long.txt", "Accept-Encoding", "gzip");

        assertThat(part.text()).isEqualTo("long long ");
        assertThat(whole.bytes()).hasSize(5000);
        assertThat(whole.header("content-encoding")).isEmpty();
    }

    @Tag("FO-05")
    @Test
    void a_site_is_let_in_as_soon_as_it_is_listed() {
        String[] page = {"Origin", "https://photos.example.org"};
        String path = "/api/v1/system/health";
        assertThat(server.browser().get(path, page).header("access-control-allow-origin"))
                .isEmpty();

        server.set("cors_origins", "[\"https://photos.example.org\"]");
        Answered listed = server.phone().get(path, page);
        server.set("cors_origins", "[]");

        assertThat(listed.header("access-control-allow-origin")).isEqualTo("https://photos.example.org");
        assertThat(server.phone().get(path, page).header("access-control-allow-origin"))
                .isEmpty();
    }
}
