// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                Arguments.of(AltName.dns("homekeep-zzzzzz.local")),
                Arguments.of(AltName.dns("homekeep-zzzzzz.home.arpa")),
                Arguments.of(AltName.dns("homekeep-k3x7qa.local.example.org")),
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

    /// One name out of bounds spoils a certificate for all its names.
    @Test
    void a_name_of_somebody_else_beside_ones_own_is_refused() throws Exception {
        X509Certificate leaf = stolen(AltName.dns("homekeep-k3x7qa.local"), address("8.8.8.8"));

        assertThat(javaTrusts(leaf)).isFalse();
        assertThat(openssl(leaf)).contains("permitted subtree violation");
    }

    /// Another home's authority is as constrained as ours, and nobody's here.
    @Test
    void a_certificate_of_another_home_is_refused() throws Exception {
        Issuer issuer = new Issuer(home.random, home.clock.instant());
        Issuer.NewAuthority sibling = issuer.authority("homekeep-k3x7qa", List.of("homekeep-k3x7qa.local"));
        X509Certificate leaf = issuer.leaf(
                        sibling.intermediate(), sibling.key(), List.of(AltName.dns("homekeep-k3x7qa.local")))
                .certificate();

        assertThat(javaTrusts(leaf)).isFalse();
        assertThat(javaTrusts(authority.root(), authority.intermediate(), Instant.now(), leaf, sibling.intermediate()))
                .isFalse();
        assertThat(openssl(leaf)).doesNotContain("leaf.pem: OK");
    }

    /// Why the root's key is forgotten: not every client holds a root that it trusts to the root's own constraints
    /// (RFC 5280 section 6.1.1 leaves it open, and Java doesn't). Were it still there, whoever stole it could be
    /// anybody. A twin shows it.
    @Test
    void straight_from_the_root_one_client_would_believe_anything() throws Exception {
        Issuer issuer = new Issuer(home.random, home.clock.instant());
        Certs.Made twin = Certs.constrained(authority.root());
        X509Certificate leaf = issuer.leaf(twin.certificate(), twin.key(), List.of(AltName.dns("www.google.com")))
                .certificate();
        X509Certificate own = issuer.leaf(twin.certificate(), twin.key(), List.of(AltName.dns("homekeep-k3x7qa.local")))
                .certificate();

        assertThat(openssl(twin.certificate(), twin.certificate(), leaf, Instant.now()))
                .contains("permitted subtree violation");
        assertThat(openssl(twin.certificate(), twin.certificate(), own, Instant.now()))
                .contains("leaf.pem: OK");
        assertThat(javaTrusts(twin.certificate(), twin.certificate(), Instant.now(), leaf))
                .isTrue();
    }

    /// The leaf is good for 397 days, from a day before it was made.
    @ParameterizedTest
    @CsvSource({"P0D, true", "P390D, true", "P397D, false", "-P2D, false", "-P365D, false", "P5400D, false"})
    void a_leaf_is_good_in_its_own_time_only(Period later, boolean good) throws Exception {
        X509Certificate leaf = stolen(AltName.dns("homekeep-k3x7qa.local"));
        Instant then = home.clock.instant().plus(later);

        assertThat(javaTrusts(authority.root(), authority.intermediate(), then, leaf))
                .isEqualTo(good);
        assertThat(openssl(authority.root(), authority.intermediate(), leaf, then)
                        .contains("leaf.pem: OK"))
                .isEqualTo(good);
    }

    /// A leaf that was made while the clock was a year off is made anew when the clock is right again.
    @ParameterizedTest
    @ValueSource(longs = {-365, 365})
    void a_clock_that_was_wrong_by_a_year_leaves_no_bad_leaf(long days) throws Exception {
        home.clock.advance(Duration.ofDays(days));
        home.open().refresh(Home.NAMES, Home.addresses("10.0.0.9"));

        home.clock.advance(Duration.ofDays(-days));
        home.open().refresh(Home.NAMES, Home.addresses("10.0.0.9"));

        X509Certificate leaf = new CertificateFolder(home.folder, home.box)
                .leaf(authority)
                .orElseThrow()
                .certificate();
        assertThat(javaTrusts(leaf)).isTrue();
        assertThat(openssl(leaf)).contains("leaf.pem: OK");
    }

    /// A certificate that the intermediate's key signed for whatever it was asked.
    private X509Certificate stolen(AltName... names) {
        var folder = new CertificateFolder(home.folder, home.box);
        return new Issuer(home.random, home.clock.instant())
                .leaf(authority.intermediate(), folder.key(authority), List.of(names))
                .certificate();
    }

    private boolean javaTrusts(X509Certificate... leafFirst) throws GeneralSecurityException {
        return javaTrusts(authority.root(), authority.intermediate(), Instant.now(), leafFirst);
    }

    private static boolean javaTrusts(
            X509Certificate root, X509Certificate intermediate, Instant when, X509Certificate... leafFirst)
            throws GeneralSecurityException {
        var parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), new X509CertSelector());
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        var manager = (X509TrustManager) factory.getTrustManagers()[0];
        try {
            manager.checkServerTrusted(
                    Stream.concat(Stream.of(leafFirst), Stream.of(intermediate)).toArray(X509Certificate[]::new),
                    "ECDHE_ECDSA");
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }

    private String openssl(X509Certificate leaf) throws IOException, InterruptedException {
        return openssl(authority.root(), authority.intermediate(), leaf, Instant.now());
    }

    private String openssl(X509Certificate root, X509Certificate intermediate, X509Certificate leaf, Instant when)
            throws IOException, InterruptedException {
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslserver",
                        "-attime",
                        String.valueOf(when.getEpochSecond()),
                        "-no-CApath",
                        "-no-CAstore",
                        "-CAfile",
                        write("root.pem", root).toString(),
                        "-untrusted",
                        write("intermediate.pem", intermediate).toString(),
                        write("leaf.pem", leaf).toString())
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
