// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Wire;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import app.homekeep.server.tls.Certs.Kind;
import app.homekeep.server.tls.Certs.Made;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The owner's own certificate in the place of the home CA's, on a server that runs.
@Tag("LF-12")
class CertificateApiTest {
    private static final String CERTIFICATE = "/control/certificate";
    private static final Made CA = Certs.authority("CN=Our CA").make();

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void home() {
        server.control().delete(CERTIFICATE);
    }

    private static Answered use(OwnCertificate own) {
        return server.control().put(CERTIFICATE, Wire.type(OwnCertificate.class).toJson(own));
    }

    private static Answered use(Made leaf) {
        return use(new OwnCertificate(leaf.pem() + CA.pem(), leaf.keyPem(), null, null));
    }

    private static Made leaf(String... names) {
        return Certs.leaf(names).by(CA).make();
    }

    /// What a device that connects now is shown.
    private static X509Certificate shown() {
        try (SSLSocket socket = connected()) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SSLSocket connected() throws IOException {
        var socket = (SSLSocket) TestServer.trusting()
                .getSocketFactory()
                .createSocket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(server.lan()).getPort());
        socket.startHandshake();
        return socket;
    }

    private static String statusFor(String host) {
        try (SSLSocket socket = connected()) {
            socket.getOutputStream()
                    .write(("GET /api/v1/system/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ", 3)[1];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Map<String, Object>> audited() {
        return server.control()
                .get("/api/v1/audit?event=CERTIFICATE_CHANGE&limit=1000")
                .items();
    }

    @Test
    void the_home_cas_certificate_is_described() {
        Answered answer = server.control().get(CERTIFICATE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("kind")).isEqualTo("home");
        assertThat(answer.text()).contains(".local", "localhost", "127.0.0.1", "\"days_left\":39");
        assertThat(server.control().get("/control/status").at("certificate.fingerprint"))
                .isEqualTo(answer.at("fingerprint"));
    }

    @Test
    void an_own_certificate_is_shown_at_once_and_audited() {
        int before = audited().size();
        Made own = leaf("files.example.org", "*.home.example.org", "192.168.1.5");

        Answered answer = use(own);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("kind")).isEqualTo("own");
        assertThat(answer.at("names")).isEqualTo("[files.example.org, *.home.example.org, 192.168.1.5]");
        assertThat(answer.at("issuer")).isEqualTo("CN=Our CA");
        assertThat(answer.at("days_left")).isEqualTo("89");
        assertThat(server.control().get(CERTIFICATE).text()).isEqualTo(answer.text());
        assertThat(shown()).isEqualTo(own.certificate());
        assertThat(audited()).hasSize(before + 1);
        assertThat(audited().getFirst().get("actor")).isEqualTo("olga");
        assertThat(audited().getFirst().get("target")).isEqualTo("own");
        assertThat(String.valueOf(audited().getFirst().get("detail"))).contains(Sha256.of(own.certificate()));
    }

    @Test
    void its_names_are_ours_and_links_go_there() {
        assertThat(statusFor("files.example.org")).isEqualTo("421");
        String port = String.valueOf(URI.create(server.lan()).getPort());

        use(leaf("files.example.org", "*.home.example.org"));

        assertThat(Stream.of("files.example.org", "files.example.org:" + port, "a.home.example.org", "localhost"))
                .allSatisfy(host -> assertThat(statusFor(host)).as(host).isEqualTo("200"));
        assertThat(Stream.of("example.org", "x.files.example.org", "a.b.home.example.org", "home.example.org"))
                .allSatisfy(host -> assertThat(statusFor(host)).as(host).isEqualTo("421"));
        assertThat(server.browser().get("/", "Origin", "x").status()).isEqualTo(200);
        assertThat(server.control().get("/control/status").at("addresses"))
                .asString()
                .startsWith("[{door=lan, url=https://files.example.org:" + port + ", form=name}");
        Answered invite = server.control()
                .post(
                        "/api/v1/users",
                        "{\"username\":\"u%d\",\"role\":\"user\",\"invite\":true}".formatted(System.nanoTime()));
        assertThat(invite.text()).contains("https://files.example.org:" + port + "/");

        server.control().delete(CERTIFICATE);

        assertThat(statusFor("files.example.org")).isEqualTo("421");
    }

    @Tag("FO-04")
    @Test
    void an_rsa_certificate_works_with_http_2() throws Exception {
        Made own = Certs.leaf("files.example.org").of(Kind.RSA).by(CA).make();
        use(own);

        try (var client =
                HttpClient.newBuilder().sslContext(TestServer.trusting()).build()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(server.lan() + "/api/v1/system/health"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
        assertThat(shown()).isEqualTo(own.certificate());
    }

    @Test
    void the_key_lies_sealed_in_a_file_of_the_owners_and_nowhere_else() throws IOException {
        Made own = leaf("files.example.org");
        String secret = own.keyPem().split("\n")[1];

        Answered answer = use(own);

        Path file = server.data().resolve("tls/own.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).contains("HOMEKEEP SEALED KEY").doesNotContain(secret, "BEGIN PRIVATE KEY");
        assertThat(answer.text()).doesNotContain(secret);
        assertThat(server.control().get("/api/v1/audit").text()).doesNotContain(secret);
    }

    @Test
    void what_no_browser_takes_changes_nothing() {
        use(leaf("files.example.org"));
        X509Certificate before = shown();
        int audits = audited().size();
        Made over = Certs.leaf("a.example")
                .during(Instant.now().minus(Duration.ofDays(9)), Instant.now().minus(Duration.ofDays(1)))
                .by(CA)
                .make();

        Answered expired = use(over);
        Answered foreignKey = use(new OwnCertificate(leaf("a.example").pem(), over.keyPem(), null, null));
        Answered nothing = server.control().put(CERTIFICATE, "{}");
        Answered unknown = server.control().put(CERTIFICATE, "{\"pem\":\"x\"}");

        assertThat(List.of(expired.status(), foreignKey.status(), nothing.status(), unknown.status()))
                .containsOnly(400);
        assertThat(expired.at("fields.chain")).asString().contains("over since");
        assertThat(foreignKey.at("fields.key")).asString().contains("does not belong");
        assertThat(shown()).isEqualTo(before);
        assertThat(audited()).hasSize(audits);
    }

    @Test
    void back_to_the_home_cas_forgets_the_own_one() {
        X509Certificate home = shown();
        use(leaf("files.example.org"));
        int audits = audited().size();

        Answered answer = server.control().delete(CERTIFICATE);
        Answered again = server.control().delete(CERTIFICATE);

        assertThat(answer.at("kind")).isEqualTo("home");
        assertThat(again.at("kind")).isEqualTo("home");
        assertThat(shown()).isEqualTo(home);
        assertThat(server.data().resolve("tls/own.pem")).doesNotExist();
        assertThat(audited()).hasSize(audits + 1);
    }

    @Test
    void it_is_shown_after_a_restart_and_a_damaged_one_keeps_no_door_shut() throws IOException {
        Made own = leaf("files.example.org");
        use(own);

        server.restart();
        assertThat(shown()).isEqualTo(own.certificate());

        Files.writeString(server.data().resolve("tls/own.pem"), "damaged");
        server.restart();
        assertThat(shown()).isNotEqualTo(own.certificate());
        assertThat(server.control().get(CERTIFICATE).at("kind")).isEqualTo("home");
        assertThat(server.phone().get("/api/v1/system/health").status()).isEqualTo(200);
        assertThat(Files.readString(server.data().resolve("tls/own.pem"))).isEqualTo("damaged");
        assertThat(use(own).status()).isEqualTo(200);
        assertThat(shown()).isEqualTo(own.certificate());
    }

    @Test
    void a_change_interrupts_nobody() throws Exception {
        Made first = leaf("files.example.org");
        Made second = leaf("photos.example.org");
        var done = new AtomicBoolean();
        var asked = new AtomicInteger();
        CompletableFuture<Void> visitors = CompletableFuture.runAsync(() -> {
            while (!done.get()) {
                assertThat(statusFor("localhost")).isEqualTo("200");
                asked.incrementAndGet();
            }
        });
        for (int i = 0; i < 10 || asked.get() < 20; i++) {
            use(i % 2 == 0 ? first : second);
        }
        done.set(true);

        visitors.join();
        assertThat(asked).hasPositiveValue();
    }
}
