// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.tls.Certs;
import app.homekeep.server.tls.Certs.Made;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole server behind a real nginx. Browsers come from 127.0.0.2, nginx from 127.0.0.1.
@Tag("LF-11")
class BehindNginxTest {
    private static final String BROWSER = "127.0.0.2";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Nginx nginx;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = TestServer.start(folder);
        server.addUser("anna", "user");
        nginx = Nginx.start(proxy("overwriting"), server.local(), "$remote_addr");
        http = HttpClient.newBuilder()
                .sslContext(TestServer.trusting())
                .localAddress(InetAddress.ofLiteral(BROWSER))
                .build();
    }

    private static Path proxy(String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Made leaf = Certs.leaf("files.example.org", "localhost").make();
        Files.writeString(place.resolve("chain.pem"), leaf.pem());
        Files.writeString(place.resolve("key.pem"), leaf.keyPem());
        return place;
    }

    @AfterAll
    static void stop() {
        nginx.close();
        http.shutdownNow();
        server.close();
    }

    @BeforeEach
    void trust() {
        server.set("trusted_proxies", "[\"127.0.0.1\"]");
        server.set("proxy_names", "[\"files.example.org\"]");
        server.set("hsts", "true");
    }

    private static TestClient browser() {
        return new TestClient(http, nginx.origin())
                .always("X-Requested-With", "t")
                .always("Origin", nginx.origin());
    }

    private static TestClient anna() {
        TestClient browser = browser();
        assertThat(browser.signIn("anna", TestServer.USER_PASSWORD).status()).isEqualTo(200);
        return browser;
    }

    private static Map<String, Object> lastLogin() {
        return server.control().get("/api/v1/audit?event=USER_LOGIN").items().getFirst();
    }

    @Test
    void a_browser_gets_the_cookies_of_https_and_is_in() {
        TestClient browser = browser();

        Answered answer = browser.signIn("anna", TestServer.USER_PASSWORD);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(browser.cookies()).containsKeys("__Host-homekeep", "__Secure-homekeep_refresh");
        assertThat(answer.headers().get("set-cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure; HttpOnly"));
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(browser.post("/api/v1/auth/refresh", "").status()).isEqualTo(204);
        assertThat(browser.get("/").status()).isEqualTo(200);
    }

    @Test
    void the_log_has_the_browsers_address_whatever_the_browser_says() {
        browser()
                .always("X-Forwarded-For", "1.2.3.4")
                .always("X-Forwarded-Proto", "http")
                .always("X-Forwarded-Host", "evil.example")
                .signIn("anna", TestServer.USER_PASSWORD);

        assertThat(lastLogin().get("address")).isEqualTo(BROWSER);
    }

    /// The other usual way to set it up, where what the browser wrote stays in front.
    @Test
    void a_forged_address_in_front_of_the_true_one_is_not_believed() throws Exception {
        try (var adding = Nginx.start(proxy("adding"), server.local(), "$proxy_add_x_forwarded_for")) {
            new TestClient(http, adding.origin())
                    .always("X-Forwarded-For", "1.2.3.4")
                    .signIn("anna", TestServer.USER_PASSWORD);
        }

        assertThat(lastLogin().get("address")).isEqualTo(BROWSER);
    }

    @Test
    void whoever_guesses_waits_and_nobody_else_behind_the_same_proxy() {
        server.addUser("bert", "user");
        TestClient guesser = browser();
        for (int i = 0; i < 6; i++) {
            guesser.signIn("bert", "a wrong password");
        }

        try (HttpClient elsewhere = HttpClient.newBuilder()
                .sslContext(TestServer.trusting())
                .localAddress(InetAddress.ofLiteral("127.0.0.3"))
                .build()) {
            var other = new TestClient(elsewhere, nginx.origin());
            assertThat(guesser.signIn("bert", TestServer.USER_PASSWORD).status())
                    .isEqualTo(429);
            assertThat(other.signIn("bert", TestServer.USER_PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void a_proxy_that_is_not_listed_is_a_browser_like_any_other() {
        server.set("trusted_proxies", "[]");
        var browser = new TestClient(http, nginx.origin());

        Answered answer = browser.signIn("anna", TestServer.USER_PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(browser.cookies()).containsKey("homekeep").doesNotContainKey("__Host-homekeep");
        assertThat(lastLogin().get("address")).isEqualTo("127.0.0.1");
        // The page's origin is HTTPS, which nobody has vouched for.
        assertThat(browser().signIn("anna", TestServer.USER_PASSWORD).status()).isEqualTo(403);
    }

    @Test
    void the_proxys_own_name_is_served_through_it_only() throws Exception {
        assertThat(curl(nginx.port(), nginx.named("/api/v1/system/health").toString()))
                .endsWith("{\"status\":\"ok\",\"down\":[]}");
        assertThat(curl(nginx.port(), nginx.named("/").toString()))
                .contains("200", "strict-transport-security: max-age=31536000");

        server.set("hsts", "false");
        assertThat(curl(nginx.port(), nginx.named("/").toString()))
                .contains("200")
                .doesNotContain("strict-transport-security");

        server.set("proxy_names", "[]");
        assertThat(curl(nginx.port(), nginx.named("/api/v1/system/health").toString()))
                .contains("unknown_host");
    }

    private static String curl(int port, String url) throws IOException, InterruptedException {
        Process curl = new ProcessBuilder(
                        "curl",
                        "--silent",
                        "--include",
                        "--insecure",
                        "--interface",
                        BROWSER,
                        "--resolve",
                        "files.example.org:" + port + ":127.0.0.1",
                        url)
                .start();
        String said = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(curl.waitFor()).isZero();
        return said;
    }

    @Test
    void files_go_up_and_come_down_whole() {
        TestClient browser = anna();
        byte[] photo = new byte[3_000_000];
        new Random(1).nextBytes(photo);
        String space =
                String.valueOf(browser.get("/api/v1/spaces").items().getFirst().get("id"));

        Answered up = browser.send(
                "POST", "/api/v1/spaces/" + space + "/upload?path=/photo.bin", BodyPublishers.ofByteArray(photo));
        Answered down = browser.get("/api/v1/spaces/" + space + "/content?path=/photo.bin");
        Answered part = browser.get("/api/v1/spaces/" + space + "/content?path=/photo.bin", "Range", "bytes=100-199");

        assertThat(up.status()).as(up.text()).isEqualTo(201);
        assertThat(down.bytes()).isEqualTo(photo);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).hasSize(100);
    }

    @Test
    void events_come_through_as_they_happen() throws Exception {
        TestClient browser = anna();
        String space =
                String.valueOf(browser.get("/api/v1/spaces").items().getFirst().get("id"));
        HttpResponse<InputStream> stream = browser.open("/api/v1/events");
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("retry:");

            browser.send(
                    "POST", "/api/v1/spaces/" + space + "/upload?path=/note.txt", BodyPublishers.ofString("hello"));

            assertThat(lines.lines()
                            .filter(line -> line.equals("event: files_changed"))
                            .findFirst())
                    .isPresent();
        }
    }

    @Test
    void the_machines_own_browser_stays_one() {
        TestClient local = server.browser();

        Answered answer = local.signIn("anna", TestServer.USER_PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(local.cookies()).containsKey("homekeep");
        assertThat(lastLogin().get("address")).isEqualTo("127.0.0.1");
        assertThat(List.of(answer.header("Strict-Transport-Security"))).containsOnly("");
    }
}
