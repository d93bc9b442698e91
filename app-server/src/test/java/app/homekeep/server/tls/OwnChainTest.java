// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.Invalid;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.server.tls.Certs.Kind;
import app.homekeep.server.tls.Certs.Made;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an owner may bring as a certificate, and what is told about the rest.
@Tag("LF-12")
class OwnChainTest {
    private static final Made CA = Certs.authority("CN=Our CA").make();
    private static final Made MIDDLE = Certs.authority("CN=Our middle").by(CA).make();
    private static final Made LEAF = Certs.leaf("files.example.org").by(MIDDLE).make();
    private static final Made OTHER = Certs.leaf("other.example.org").by(MIDDLE).make();

    private final Instant now = Instant.now();

    private KeyedChain pem(@Nullable String chain, @Nullable String key) {
        return OwnChain.of(new OwnCertificate(chain, key, null, null), now);
    }

    private void refused(@Nullable String chain, @Nullable String key, String field, String says) {
        refused(new OwnCertificate(chain, key, null, null), field, says);
    }

    private void refused(OwnCertificate given, String field, String says) {
        assertThatThrownBy(() -> OwnChain.of(given, now)).isInstanceOfSatisfying(Invalid.class, wrong -> {
            assertThat(wrong.field()).isEqualTo(field);
            assertThat(wrong.why()).contains(says);
        });
    }

    private void refused(Certs leaf, String says) {
        Made made = leaf.make();
        refused(made.pem(), made.keyPem(), "chain", says);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"EC", "EC_384", "RSA"})
    void usual_keys_are_taken(Kind kind) {
        Made leaf = Certs.leaf("files.example.org", "192.168.1.5").of(kind).make();

        assertThat(pem(leaf.pem(), leaf.keyPem()).chain()).containsExactly(leaf.certificate());
    }

    @Test
    void a_chain_is_put_in_order_and_its_root_left_out() {
        KeyedChain read = pem(CA.pem() + "junk\n" + MIDDLE.pem() + LEAF.pem() + LEAF.pem(), LEAF.keyPem());

        assertThat(read.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        assertThat(read.toString()).doesNotContain("Private", "BEGIN");
    }

    @Test
    void both_may_stand_in_one_file() {
        assertThat(pem(LEAF.keyPem() + LEAF.pem() + MIDDLE.pem(), "").leaf()).isEqualTo(LEAF.certificate());
    }

    @Test
    void what_is_not_there_is_asked_for() {
        refused(null, null, "chain", "Give a certificate");
        refused(" ", LEAF.keyPem(), "chain", "Give a certificate");
        refused(LEAF.pem(), null, "key", "key is needed");
        refused(LEAF.pem(), LEAF.pem(), "key", "There is no key in this");
        refused(LEAF.keyPem(), LEAF.keyPem(), "chain", "no whole certificate");
    }

    @Test
    void what_is_no_pem_is_said_to_be_none() {
        refused("hello", LEAF.keyPem(), "chain", "no PEM file");
        refused("-----BEGIN CERTIFICATE-----\nMIIB\n", LEAF.keyPem(), "chain", "no whole certificate");
        refused(Certs.block("CERTIFICATE", new byte[] {1, 2, 3}), LEAF.keyPem(), "chain", "number 1");
        refused(LEAF.pem() + Certs.block("CERTIFICATE", new byte[0]), LEAF.keyPem(), "chain", "");
        refused(LEAF.pem(), "hello", "key", "There is no key in this");
        refused(LEAF.pem(), Certs.block("PRIVATE KEY", new byte[] {1}), "key", "can't be read");
        refused(LEAF.pem(), Certs.block("RSA PRIVATE KEY", new byte[] {1}), "key", "can't be read");
        refused(LEAF.pem(), Certs.block("EC PRIVATE KEY", new byte[] {0x30, 0}), "key", "can't be read");
        refused(LEAF.pem(), Certs.block("DSA PRIVATE KEY", new byte[] {1}), "key", "can't be read");
    }

    @Test
    void a_key_of_something_else_is_refused() {
        refused(LEAF.pem() + MIDDLE.pem(), OTHER.keyPem(), "key", "does not belong");
        refused(LEAF.pem(), Certs.leaf("a.example").of(Kind.RSA).make().keyPem(), "key", "does not belong");
        refused(LEAF.pem(), LEAF.keyPem() + OTHER.keyPem(), "key", "several keys");
    }

    @Test
    void an_encrypted_key_is_refused_with_the_way_out() {
        refused(LEAF.pem(), Certs.block("ENCRYPTED PRIVATE KEY", new byte[] {1}), "key", "openssl pkey");
        refused(LEAF.pem(), """
                -----BEGIN EC PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-256-CBC,00

                AAAA
                -----END EC PRIVATE KEY-----
                """, "key", "encrypted");
    }

    @Test
    void a_chain_that_does_not_lead_on_is_refused() {
        Made stranger = Certs.authority("CN=Stranger").make();
        Made impostor = Certs.authority("CN=Our middle").by(CA).make();

        refused(LEAF.pem() + stranger.pem(), LEAF.keyPem(), "chain", "CN=Stranger");
        refused(LEAF.pem() + impostor.pem(), LEAF.keyPem(), "chain", "don't lead");
        refused(LEAF.pem() + OTHER.pem(), LEAF.keyPem(), "chain", "don't lead");
        refused(LEAF.pem().repeat(11), LEAF.keyPem(), "chain", "too many");
    }

    @Test
    void a_public_authoritys_certificate_without_its_chain_is_refused() {
        Made leaf = Certs.leaf("files.example.org").by(MIDDLE).informing().make();

        refused(leaf.pem(), leaf.keyPem(), "chain", "fullchain.pem");
        assertThat(pem(leaf.pem() + MIDDLE.pem(), leaf.keyPem()).chain()).hasSize(2);
    }

    @Test
    void time_that_is_over_or_yet_to_come_is_refused() {
        Duration day = Duration.ofDays(1);
        refused(Certs.leaf("a.example").during(now.minus(day.multipliedBy(9)), now.minus(day)), "over since");
        refused(Certs.leaf("a.example").during(now.plus(day), now.plus(day.multipliedBy(9))), "clock");
        Made oldMiddle = Certs.authority("CN=Our middle")
                .during(now.minus(day.multipliedBy(9)), now.minus(day))
                .by(CA)
                .make();
        Made leaf = Certs.leaf("a.example").by(oldMiddle).make();
        refused(leaf.pem() + oldMiddle.pem(), leaf.keyPem(), "chain", "over since");
    }

    @Test
    void what_no_browser_takes_is_refused() {
        refused(Certs.leaf("a.example").of(Kind.RSA_1024), "too weak");
        refused(Certs.leaf(), "no names");
        refused(Certs.authority("CN=Our CA"), "of an authority");
        refused(Certs.leaf("a.example").purpose(KeyPurposeId.id_kp_clientAuth), "serverAuth");
        refused(Certs.leaf("a.example").by(CA).signedWith("SHA1withECDSA"), "signature");
        Made ed = Certs.leaf("a.example").of(Kind.ED).make();
        refused(ed.pem(), ed.keyPem(), "key", "can't be read");
    }

    /// PKCS#8, and the forms from before it.
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"EC", "RSA"})
    void keys_as_openssl_writes_them_are_read(Kind kind, @TempDir Path folder) throws Exception {
        Made leaf = Certs.leaf("files.example.org").of(kind).make();
        String file =
                Files.writeString(folder.resolve("key.pem"), leaf.keyPem()).toString();

        String modern = openssl("pkey", "-in", file);
        String before = openssl("pkey", "-traditional", "-in", file);

        assertThat(modern).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(before).startsWith("-----BEGIN " + kind.name() + " PRIVATE KEY-----");
        assertThat(pem(leaf.pem(), modern).leaf()).isEqualTo(leaf.certificate());
        assertThat(pem(leaf.pem(), before).leaf()).isEqualTo(leaf.certificate());
    }

    @Test
    void a_pkcs12_file_of_openssl_is_read(@TempDir Path folder) throws Exception {
        Path certificates = Files.writeString(folder.resolve("chain.pem"), LEAF.pem() + MIDDLE.pem() + CA.pem());
        Path key = Files.writeString(folder.resolve("key.pem"), LEAF.keyPem());
        Path file = folder.resolve("own.p12");
        openssl(
                "pkcs12",
                "-export",
                "-in",
                certificates.toString(),
                "-inkey",
                key.toString(),
                "-out",
                file.toString(),
                "-passout",
                "pass:a secret");

        KeyedChain read = OwnChain.of(pkcs12(Files.readAllBytes(file), "a secret"), now);

        assertThat(read.chain()).containsExactly(LEAF.certificate(), MIDDLE.certificate());
        assertThat(read.key()).isEqualTo(LEAF.key());
        refused(pkcs12(Files.readAllBytes(file), "another"), "password", "not the file's password");
        refused(pkcs12(Files.readAllBytes(file), null), "password", "has a password");
    }

    @Test
    void a_pkcs12_file_must_hold_one_key() throws Exception {
        refused(pkcs12(store(Map.of("a", LEAF, "b", OTHER)), "p"), "pkcs12", "several keys");
        refused(pkcs12(store(Map.of()), "p"), "pkcs12", "no key");
        refused(pkcs12(new byte[] {1, 2, 3}, "p"), "pkcs12", "no PKCS#12");
        refused(pkcs12(new byte[0], "p"), "chain", "Give");
        refused(new OwnCertificate(null, null, "A", null), "pkcs12", "base64");
        refused(new OwnCertificate(LEAF.pem(), LEAF.keyPem(), "AAAA", null), "pkcs12", "either");
    }

    private static OwnCertificate pkcs12(byte[] file, @Nullable String password) {
        return new OwnCertificate(null, null, Base64.getEncoder().encodeToString(file), password);
    }

    private static byte[] store(Map<String, Made> entries) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", CA.certificate());
        for (var entry : entries.entrySet()) {
            Made made = entry.getValue();
            store.setKeyEntry(entry.getKey(), made.key(), "p".toCharArray(), new Certificate[] {made.certificate()});
        }
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, "p".toCharArray());
        return bytes.toByteArray();
    }

    private static String openssl(String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("openssl"));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> new String(read(process), StandardCharsets.UTF_8))
                .isZero();
        return said;
    }

    private static byte[] read(Process process) {
        try {
            return process.getErrorStream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
