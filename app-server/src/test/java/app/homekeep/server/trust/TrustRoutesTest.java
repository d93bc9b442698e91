// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@Tag("LF-12")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustRoutesTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

    private TestServer server;

    @BeforeAll
    void open(@TempDir Path folder) {
        server = TestServer.start(folder);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    @Tag("FT-03")
    void the_welcome_door_serves_the_trust_page_and_sends_on_everything_else() {
        assertThat(server.newcomer().get("/trust").status()).isEqualTo(200);
        assertThat(List.of("/", "/trust/", "/trust/seen", "/trust/worker.js", "/trust/other", "/api/v1/system/health"))
                .allSatisfy(path -> {
                    var sent = server.newcomer().get(path);
                    assertThat(sent.status()).as(path).isEqualTo(308);
                    assertThat(sent.header("Location"))
                            .startsWith("https://127.0.0.1:")
                            .endsWith(path);
                });
    }

    @Test
    @Tag("FO-17")
    void the_page_has_no_script_no_cookie_and_is_kept_by_nobody() {
        for (TestClient client : List.of(server.newcomer(), server.phone(), server.browser())) {
            var page = client.get("/trust", "Accept-Language", "en");

            assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Set-Cookie")).isEmpty();
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Content-Security-Policy"))
                    .matches("default-src 'none'; style-src 'self'; img-src 'self'( https://[a-z0-9.:-]+)*;"
                            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            assertThat(page.text()).doesNotContain("<script", "<style", " style=", " onclick=", "javascript:");
        }
    }

    @Test
    @Tag("FO-17")
    void browsers_are_told_to_stay_with_https_by_the_name_alone() {
        assertThat(server.newcomer().get("/trust").header("Strict-Transport-Security"))
                .isEmpty();
        assertThat(server.phone("127.0.0.1").get("/trust").header("Strict-Transport-Security"))
                .isEmpty();
        assertThat(server.phone().get("/trust").header("Strict-Transport-Security"))
                .isEmpty();
        // Nothing on the page leads to the welcome door, where somebody told so would find nobody.
        assertThat(server.phone().get("/trust").text()).doesNotContain("\"http://");
        assertThat(server.newcomer().get("/trust").text()).doesNotContain("\"http://");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E Safari/604.1 | ios
            Mozilla/5.0 (iPad; CPU OS 12_0 like Mac OS X) Safari/604.1                                   | ios
            Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/141.0 Mobile Safari/537.36                   | android
            Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0                         | android
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0 Safari/537.36                         | windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0             | windows
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1                    | macos
            Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0 Safari/537.36                                   | linux
            Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0                       | firefox
            anything                                                                                     | linux
            """)
    void a_device_sees_its_own_steps(String browser, String platform) {
        String page = server.newcomer().get("/trust", "User-Agent", browser).text();

        assertThat(page).contains("for&#x3D;" + platform + "#steps\" aria-current=\"true\"");
    }

    @Test
    void a_device_that_says_what_it_runs_on_over_https_is_believed_and_a_choice_beats_it() {
        String hinted = server.phone()
                .get("/trust", "Sec-CH-UA-Platform", "\"Android\"")
                .text();
        String chosen = server.phone()
                .get("/trust?for=ios", "Sec-CH-UA-Platform", "\"Android\"")
                .text();

        assertThat(hinted).contains("for&#x3D;android#steps\" aria-current=\"true\"");
        assertThat(chosen).contains("for&#x3D;ios#steps\" aria-current=\"true\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de                      | de
            de-AT,de;q=0.9,en;q=0.8 | de
            en-GB,en;q=0.9,de;q=0.8 | en
            fr,de;q=0.5             | de
            fr                      | en
            *                       | en
            ;;;q=9,,-               | en
            """)
    void it_speaks_the_browsers_language(String accepted, String language) {
        assertThat(server.newcomer().get("/trust", "Accept-Language", accepted).text())
                .contains("<html lang=\"" + language + "\">");
    }

    @Test
    @Tag("FO-17")
    void nothing_that_a_request_says_comes_back_as_markup() {
        String everywhere = "?for=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&pair=%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
        for (TestClient client : List.of(server.newcomer(), server.phone())) {
            var page = client.get(
                    "/trust" + everywhere,
                    "User-Agent",
                    HOSTILE + " iPhone",
                    "Accept-Language",
                    HOSTILE + ",de",
                    "Sec-CH-UA-Platform",
                    HOSTILE);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).doesNotContain("alert(", "onerror");
        }
    }

    @Test
    void a_language_list_as_long_as_a_header_may_be_is_no_work() {
        String list = "de-x-" + "a,b-".repeat(3000);

        assertThat(server.newcomer().get("/trust", "Accept-Language", list).text())
                .contains("<html lang=\"en\">");
    }

    @Test
    @Tag("FO-17")
    void a_servers_name_is_text_wherever_it_stands() throws Exception {
        server.set("server_name", "\"</string><key>PayloadType</key><string>com.apple.mdm & <b>Olga</b>\"");
        try {
            String page = server.newcomer().get("/trust").text();
            Document profile =
                    xml(server.newcomer().get("/trust/homekeep.mobileconfig").text());

            assertThat(page).doesNotContain("<b>Olga").contains("&lt;b&gt;Olga");
            assertThat(strings(profile))
                    .contains("</string><key>PayloadType</key><string>com.apple.mdm & <b>Olga</b> (Homekeep)");
            assertThat(strings(profile)).filteredOn("Configuration"::equals).hasSize(1);
            assertThat(profile.getElementsByTagName("dict").getLength()).isEqualTo(2);
        } finally {
            server.set("server_name", "\"Olga's home\"");
        }
    }

    @Test
    void the_certificate_is_the_home_cas_in_each_of_its_three_forms() throws Exception {
        String fingerprint =
                String.valueOf(server.control().get("/control/status").at("certificate.fingerprint"));
        var crt = server.newcomer().get("/trust/homekeep.crt");
        var pem = server.phone().get("/trust/homekeep.pem");
        var profile = server.newcomer().get("/trust/homekeep.mobileconfig");

        assertThat(crt.header("Content-Type")).isEqualTo("application/x-x509-ca-cert");
        assertThat(crt.header("Cache-Control")).isEqualTo("no-store");
        assertThat(profile.header("Content-Type")).isEqualTo("application/x-apple-aspen-config");
        assertThat(crt.header("Content-Disposition")).isEqualTo("attachment; filename=\"homekeep.crt\"");
        X509Certificate root = certificate(crt.bytes());
        assertThat(Fingerprint.of(root).hex()).isEqualTo(fingerprint);
        assertThat(certificate(pem.bytes())).isEqualTo(root);
        String data = xml(profile.text()).getElementsByTagName("data").item(0).getTextContent();
        assertThat(Base64.getMimeDecoder().decode(data)).isEqualTo(crt.bytes());
    }

    @Test
    void a_profile_that_is_loaded_again_is_the_same_one() throws Exception {
        var first = server.newcomer().get("/trust/homekeep.mobileconfig", "Accept-Language", "en");
        var again = server.phone().get("/trust/homekeep.mobileconfig", "Accept-Language", "en");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(strings(xml(first.text())))
                .contains("com.apple.security.root", "Configuration")
                .filteredOn(text -> text.matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_fingerprint_stands_there_in_eight_groups() {
        var root = server.newcomer().get("/trust/homekeep.crt").bytes();
        var print = Fingerprint.of(certificate(root));

        assertThat(print.groups()).hasSize(8).allMatch(group -> group.matches("[0-9A-F]{8}"));
        assertThat(String.join("", print.groups())).isEqualToIgnoringCase(print.hex());
        assertThat(server.newcomer().get("/trust").text())
                .contains(
                        "<span>" + print.groups().getFirst() + "</span>",
                        "<span>" + print.groups().getLast() + "</span>");
    }

    @Test
    @Tag("FO-17")
    void only_the_picture_may_be_embedded_by_a_page_of_another_origin() {
        assertThat(server.phone().get("/trust/seen").header("Cross-Origin-Resource-Policy"))
                .isEqualTo("cross-origin");
        assertThat(server.phone().get("/trust/seen").header("Cache-Control")).isEqualTo("no-store");
        assertThat(List.of("/trust", "/trust/style.css", "/trust/homekeep.crt"))
                .allSatisfy(path -> assertThat(server.phone().get(path).header("Cross-Origin-Resource-Policy"))
                        .isEqualTo("same-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "\"><script>", ""})
    @Tag("FO-17")
    void a_foreign_name_gets_neither_page_nor_certificate_at_the_welcome_door(String host) throws IOException {
        int port = URI.create(server.welcome()).getPort();
        for (String path : List.of("/trust", "/trust/homekeep.crt", "/")) {
            try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                socket.getOutputStream()
                        .write("GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                                .formatted(path, host)
                                .getBytes(StandardCharsets.US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("evil.example", "<script", "Location");
            }
        }
    }

    private static X509Certificate certificate(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    /// As strictly as a device would read it, but without looking at Apple's site for the document type.
    private static Document xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<String> strings(Document document) {
        NodeList nodes = document.getElementsByTagName("string");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> nodes.item(at).getTextContent())
                .toList();
    }
}
