// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a thief of the authority's key could do with it: nothing beyond this home, in the JDK's eyes and in OpenSSL's.
@Tag("LF-12")
class ConstraintsTest {
    @TempDir
    Path data;

    private Home home;
    private Authority authority;

    @BeforeEach
    void open() {
        home = new Home(data);
        home.open();
        authority = new CertificateFolder(home.folder, home.box).authority().orElseThrow();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void the_doors_own_certificate_is_trusted() throws Exception {
        X509Certificate leaf = new CertificateFolder(home.folder, home.box)
                .leaf(authority)
                .orElseThrow()
                .certificate();

        assertThat(javaTrusts(leaf)).isTrue();
        assertThat(openssl(leaf)).contains("leaf.pem: OK");
    }

    static Stream<Arguments> within() {
        return Stream.of(
                Arguments.of(AltName.dns("homekeep-k3x7qa.local")),
                Arguments.of(AltName.dns("homekeep-k3x7qa.home.arpa")),
                Arguments.of(AltName.dns("localhost")),
                Arguments.of(address("10.1.2.3")),
                Arguments.of(address("172.31.255.254")),
                Arguments.of(address("192.168.0.1")),
                Arguments.of(address("169.254.1.1")),
                Arguments.of(address("100.64.0.1")),
                Arguments.of(address("127.0.0.1")),
                Arguments.of(address("::1")),
                Arguments.of(address("fd12::1")),
                Arguments.of(address("fe80::1")));
    }

    @ParameterizedTest
    @MethodSource("within")
    void a_name_of_this_home_passes(AltName name) throws Exception {
        X509Certificate leaf = stolen(name);

        assertThat(authority.permits(name)).isTrue();
        assertThat(javaTrusts(leaf)).isTrue();
        assertThat(openssl(leaf)).contains("leaf.pem: OK");
    }

    static Stream<Arguments> beyond() {
        return Stream.of(
                Arguments.of(AltName.dns("www.google.com")),
                Arguments.of(AltName.dns("printer.local")),
                Arguments.of(AltName.dns("other.home.arpa")),
                Arguments.of(address("8.8.8.8")),
                Arguments.of(address("172.32.0.1")),
                Arguments.of(address("100.128.0.1")),
                Arguments.of(address("2001:db8::1")),
                Arguments.of(address("::2")));
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void a_name_of_somebody_else_is_refused(AltName name) throws Exception {
        X509Certificate leaf = stolen(name);

        assertThat(authority.permits(name)).isFalse();
        assertThat(javaTrusts(leaf)).isFalse();
        assertThat(openssl(leaf)).contains("permitted subtree violation").doesNotContain("leaf.pem: OK");
    }

    @Test
    void the_intermediate_can_make_no_further_authority() throws Exception {
        var folder = new CertificateFolder(home.folder, home.box);
        var issuer = new Issuer(home.random, home.clock.instant());
        Leaf middle = issuer.leaf(
                authority.intermediate(), folder.key(authority), List.of(AltName.dns("homekeep-k3x7qa.local")));
        X509Certificate leaf = issuer.leaf(
                        middle.certificate(), middle.key(), List.of(AltName.dns("homekeep-k3x7qa.local")))
                .certificate();

        assertThat(javaTrusts(leaf, middle.certificate())).isFalse();
    }

    /// A certificate that the intermediate's key signed for whatever it was asked.
    private X509Certificate stolen(AltName name) {
        var folder = new CertificateFolder(home.folder, home.box);
        return new Issuer(home.random, home.clock.instant())
                .leaf(authority.intermediate(), folder.key(authority), List.of(name))
                .certificate();
    }

    private boolean javaTrusts(X509Certificate... leafFirst) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("home", authority.root());
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        var manager = (X509TrustManager) factory.getTrustManagers()[0];
        try {
            manager.checkServerTrusted(
                    Stream.concat(Stream.of(leafFirst), Stream.of(authority.intermediate()))
                            .toArray(X509Certificate[]::new),
                    "ECDHE_ECDSA");
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }

    private String openssl(X509Certificate leaf) throws IOException, InterruptedException {
        Path root = write("root.pem", authority.root());
        Path intermediate = write("intermediate.pem", authority.intermediate());
        Path file = write("leaf.pem", leaf);
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslserver",
                        "-no-CApath",
                        "-no-CAstore",
                        "-CAfile",
                        root.toString(),
                        "-untrusted",
                        intermediate.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        openssl.waitFor();
        return said;
    }

    private Path write(String name, X509Certificate certificate) throws IOException {
        return Files.writeString(data.resolve(name), Pem.of(certificate).text());
    }

    private static AltName address(String literal) {
        return AltName.address(InetAddress.ofLiteral(literal));
    }
}
