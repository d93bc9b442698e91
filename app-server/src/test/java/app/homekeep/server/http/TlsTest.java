// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.access.Access;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final Route ROOT =
            Route.get("/", Access.anyone(), request -> Answer.text(200, "text/plain", "root"));

    private static SSLSocket socket(TestServer server, SSLContext context) throws IOException {
        var socket = (SSLSocket)
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port(DoorKind.LAN));
        socket.setSoTimeout(10_000);
        return socket;
    }

    @Tag("FO-04")
    @ParameterizedTest
    @CsvSource({
        "TLSv1.3, TLS_AES_128_GCM_SHA256",
        "TLSv1.3, TLS_AES_256_GCM_SHA384",
        "TLSv1.3, TLS_CHACHA20_POLY1305_SHA256",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    })
    void what_is_safe_is_spoken(String protocol, String cipher) throws IOException {
        try (var server = TestServer.of(ROOT);
                SSLSocket socket = socket(server, TestCertificate.CONTEXT)) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    @Tag("FO-04")
    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"})
    void what_is_not_safe_is_not_spoken(String cipher) throws IOException {
        try (var server = TestServer.of(ROOT);
                SSLSocket socket = socket(server, TestCertificate.CONTEXT)) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {cipher});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void a_handshake_that_stalls_is_closed_and_others_go_on() throws IOException {
        byte[] halfAHello = {0x16, 3, 1, 2, 0, 1, 0, 1};
        try (var server = TestServer.of(ROOT);
                var kept = RawClient.open(server, DoorKind.LAN);
                var silent = RawClient.openPlain(server, DoorKind.LAN);
                var partial = RawClient.openPlain(server, DoorKind.LAN)) {
            partial.send(halfAHello);

            assertThat(silent.untilClosed()).isZero();
            assertThat(partial.untilClosed()).isZero();

            kept.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(kept.reply(false).text()).isEqualTo("root");
        }
    }

    @Tag("LF-12")
    @Test
    void a_new_certificate_is_served_without_a_restart() throws Exception {
        var current = new AtomicReference<>(TestCertificate.make("CN=old"));
        SSLContext renewed = TestCertificate.make("CN=new");
        try (var server = TestServer.with(config -> TestServer.withTls(config, current::get), ROOT)) {
            assertThat(subject(server, current.get())).isEqualTo("CN=old");

            current.set(renewed);
            server.web.renewCertificate();

            assertThat(subject(server, renewed)).isEqualTo("CN=new");
        }
    }

    private static String subject(TestServer server, SSLContext context) throws IOException {
        try (SSLSocket socket = socket(server, context)) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }
}
