// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("LF-12")
class HomeCertificatesTest {
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

    @Test
    void a_first_run_makes_an_authority_and_a_certificate_for_every_name() throws CertificateParsingException {
        HomeCertificates made = home.open();

        assertThat(made.root().getBasicConstraints()).isEqualTo(1);
        assertThat(made.root().getCriticalExtensionOIDs()).contains("2.5.29.30");
        assertThat(authority().intermediate().getBasicConstraints()).isZero();
        assertThat(authority().intermediate().getCriticalExtensionOIDs()).contains("2.5.29.30");
        assertThat(authority().intermediate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(AltName.of(leaf()))
                .containsExactlyInAnyOrder(
                        AltName.dns("homekeep-k3x7qa.local"),
                        AltName.dns("homekeep-k3x7qa.home.arpa"),
                        AltName.dns("kitchen-pc.local"),
                        AltName.dns("localhost"),
                        AltName.address(InetAddress.ofLiteral("127.0.0.1")),
                        AltName.address(InetAddress.ofLiteral("::1")),
                        AltName.address(InetAddress.ofLiteral("192.168.1.20")),
                        AltName.address(InetAddress.ofLiteral("fd00::20")));
        assertThat(Duration.between(
                        leaf().getNotBefore().toInstant(), leaf().getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(397));
        assertThat(made.leafExpiresAt()).isEqualTo(leaf().getNotAfter().toInstant());
        assertThat(made.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(made.rootPem()).startsWith("-----BEGIN CERTIFICATE-----\n").contains(readCa().substring(0, 200));
    }

    @Test
    void serials_are_long_positive_and_never_the_same() {
        home.open();

        List<X509Certificate> all = List.of(authority().root(), authority().intermediate(), leaf());

        assertThat(all).extracting(X509Certificate::getSerialNumber).doesNotHaveDuplicates();
        assertThat(all).allMatch(one -> one.getSerialNumber().bitLength() == 127);
    }

    @Test
    void a_restart_changes_nothing() throws IOException {
        HomeCertificates before = home.open();
        String files = readCa() + readLeaf();

        HomeCertificates after = home.open();

        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(readCa() + readLeaf()).isEqualTo(files);
    }

    @Test
    void no_key_lies_open_and_the_roots_nowhere() throws IOException {
        home.open();

        try (Stream<Path> files = Files.list(home.folder)) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("ca.pem", "leaf.pem");
        }
        assertThat(readCa() + readLeaf()).doesNotContain("PRIVATE KEY");
        assertThat(Pem.parse(readCa()))
                .extracting(Pem::type)
                .containsExactly(Pem.CERTIFICATE, Pem.CERTIFICATE, Pem.SEALED_KEY);
        assertThat(mode(home.folder)).isEqualTo("rwx------");
        assertThat(mode(home.folder.resolve("ca.pem"))).isEqualTo("rw-------");
        assertThat(mode(home.folder.resolve("leaf.pem"))).isEqualTo("rw-------");
    }

    @Test
    void a_new_address_makes_a_new_leaf_under_the_same_authority() throws CertificateParsingException {
        HomeCertificates certificates = home.open();
        String root = certificates.fingerprint();
        var context = certificates.context();

        boolean changed = certificates.refresh(Home.NAMES, Home.addresses("192.168.1.99"));

        assertThat(changed).isTrue();
        assertThat(certificates.context()).isNotSameAs(context);
        assertThat(certificates.fingerprint()).isEqualTo(root);
        assertThat(AltName.of(leaf())).contains(AltName.address(InetAddress.ofLiteral("192.168.1.99")));
    }

    @Test
    void a_network_that_goes_away_makes_no_new_leaf() {
        HomeCertificates certificates = home.open();
        var context = certificates.context();

        boolean changed = certificates.refresh(Home.NAMES, List.of());

        assertThat(changed).isFalse();
        assertThat(certificates.context()).isSameAs(context);
    }

    @Tag("FT-03")
    @Test
    void a_leaf_is_renewed_before_its_last_90_days_and_not_earlier() {
        HomeCertificates certificates = home.open();
        Instant first = certificates.leafExpiresAt();

        home.clock.advance(Duration.ofDays(305));
        assertThat(certificates.refresh(Home.NAMES, Home.ADDRESSES)).isFalse();
        home.clock.advance(Duration.ofDays(2));
        assertThat(certificates.refresh(Home.NAMES, Home.ADDRESSES)).isTrue();

        assertThat(certificates.leafExpiresAt()).isAfter(first.plus(Duration.ofDays(300)));
    }

    @Tag("FT-03")
    @Test
    void a_server_that_was_off_for_years_renews_its_leaf_at_its_start() {
        HomeCertificates before = home.open();
        home.clock.advance(Duration.ofDays(2000));

        HomeCertificates after = home.open();

        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(after.leafExpiresAt()).isAfter(home.clock.instant());
    }

    @Test
    void names_and_addresses_out_of_bounds_are_left_out() throws CertificateParsingException {
        home.open();
        var names = new TreeSet<>(List.of("homekeep-k3x7qa.local", "www.google.com", "other.local"));

        home.open(names, Home.addresses("8.8.8.8", "10.9.8.7"));

        assertThat(AltName.of(leaf()))
                .contains(AltName.address(InetAddress.ofLiteral("10.9.8.7")))
                .extracting(AltName::text)
                .doesNotContain("www.google.com", "other.local", "8.8.8.8");
    }

    @Test
    void an_authority_is_never_made_for_names_of_the_internet() {
        home.open(new TreeSet<>(List.of("www.google.com", "com", "a.b.local", "kitchen-pc.local")), List.of());

        assertThat(List.of("www.google.com", "com", "a.b.local"))
                .noneMatch(name -> authority().permits(AltName.dns(name)));
        assertThat(authority().permits(AltName.dns("kitchen-pc.local"))).isTrue();
    }

    @Test
    void at_most_twenty_addresses_get_in() throws CertificateParsingException {
        List<InetAddress> many = IntStream.range(1, 60)
                .mapToObj(last -> InetAddress.ofLiteral("10.0.0." + last))
                .toList();

        home.open(Home.NAMES, many);

        assertThat(AltName.of(leaf()))
                .filteredOn(name -> name.text().startsWith("10."))
                .hasSize(20);
        assertThat(home.open(Home.NAMES, many).refresh(Home.NAMES, many)).isFalse();
    }

    @Test
    void a_damaged_authority_is_told_and_never_replaced() throws IOException {
        home.open();
        String good = readCa();
        for (String bad : List.of("", good.substring(0, good.length() / 2), good.replace("MII", "MIJ"), readLeaf())) {
            Files.writeString(home.folder.resolve("ca.pem"), bad);

            assertUnusable("home_ca_damaged");

            assertThat(readCa()).isEqualTo(bad);
        }
    }

    @Test
    void a_lost_authority_is_told_and_never_replaced() throws IOException {
        home.open();
        Files.delete(home.folder.resolve("ca.pem"));

        assertUnusable("home_ca_damaged");

        assertThat(home.folder.resolve("ca.pem")).doesNotExist();
    }

    @Test
    void a_root_that_did_not_sign_the_intermediate_is_told(@TempDir Path other) throws IOException {
        home.open();
        try (Home stranger = new Home(other)) {
            Pem root = Pem.of(stranger.open().root());
            List<Pem> own = Pem.parse(readCa());
            Files.writeString(
                    home.folder.resolve("ca.pem"),
                    root.text() + own.get(1).text() + own.get(2).text());
        }

        assertUnusable("home_ca_damaged");
    }

    @Test
    void an_authority_without_its_keyring_is_told(@TempDir Path other) throws IOException {
        home.open();
        try (Home stranger = new Home(other)) {
            Files.createDirectories(stranger.folder);
            Files.copy(home.folder.resolve("ca.pem"), stranger.folder.resolve("ca.pem"));
            Files.copy(home.folder.resolve("leaf.pem"), stranger.folder.resolve("leaf.pem"));

            assertThatThrownBy(stranger::open)
                    .isInstanceOf(CertificatesUnusable.class)
                    .hasFieldOrPropertyWithValue("code", "home_ca_key_unusable");
        }
    }

    @Test
    void a_damaged_leaf_is_made_anew() throws IOException {
        HomeCertificates before = home.open();
        Files.writeString(home.folder.resolve("leaf.pem"), readLeaf().substring(100));

        HomeCertificates after = home.open();

        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(leaf().getIssuerX500Principal())
                .isEqualTo(authority().intermediate().getSubjectX500Principal());
    }

    private void assertUnusable(String code) {
        assertThatThrownBy(home::open)
                .isInstanceOf(CertificatesUnusable.class)
                .hasFieldOrPropertyWithValue("code", code);
    }

    private Authority authority() {
        return new CertificateFolder(home.folder, home.box).authority().orElseThrow();
    }

    private X509Certificate leaf() {
        return new CertificateFolder(home.folder, home.box)
                .leaf(authority())
                .orElseThrow()
                .certificate();
    }

    private String readCa() {
        return read("ca.pem");
    }

    private String readLeaf() {
        return read("leaf.pem");
    }

    private String read(String file) {
        try {
            return Files.readString(home.folder.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
