// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("LF-12")
class HandshakeTest {
    @TempDir
    Path data;

    private Home home;

    @BeforeEach
    void open() {
        home = new Home(data);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, localhost", "TLSv1.2, localhost", "TLSv1.3, homekeep-k3x7qa.local", "TLSv1.3, 192.168.1.20"})
    @Tag("FO-04")
    void a_device_that_trusts_the_root_connects(String protocol, String name) throws Exception {
        HomeCertificates certificates = home.open();

        Certificate[] presented = connect(certificates, protocol, name);

        assertThat(presented).hasSize(2);
        assertThat(((X509Certificate) presented[0]).getNotAfter().toInstant()).isEqualTo(certificates.leafExpiresAt());
    }

    @Test
    void a_certificate_read_from_the_folder_works_like_one_just_made() throws Exception {
        HomeCertificates made = home.open();

        HomeCertificates read = home.open();

        assertThat(connect(read, "TLSv1.3", "localhost")).isEqualTo(connect(made, "TLSv1.3", "localhost"));
    }

    @Test
    void a_new_address_works_after_a_refresh() throws Exception {
        HomeCertificates certificates = home.open();

        certificates.refresh(Home.NAMES, Home.addresses("10.0.0.9"));

        assertThat(connect(certificates, "TLSv1.3", "10.0.0.9")).hasSize(2);
    }

    /// Connects over this computer's loopback, as if it had been reached by that name.
    private static Certificate[] connect(HomeCertificates certificates, String protocol, String name) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var door = (SSLServerSocket)
                certificates.context().getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answer(door));
            var plain = new Socket(loopback, door.getLocalPort());
            try (var socket =
                    (SSLSocket) trusting(certificates.root()).getSocketFactory().createSocket(plain, name, 443, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setProtocols(new String[] {protocol});
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                assertThat(socket.getInputStream().readAllBytes()).asString().isEqualTo("hello");
                answer.join();
                assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
                return socket.getSession().getPeerCertificates();
            }
        }
    }

    private static void answer(SSLServerSocket door) {
        try (var guest = door.accept()) {
            guest.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SSLContext trusting(X509Certificate root) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("home", root);
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
