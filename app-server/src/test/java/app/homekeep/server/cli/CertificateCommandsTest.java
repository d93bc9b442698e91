// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestServer;
import app.homekeep.server.tls.Certs;
import app.homekeep.server.tls.Certs.Made;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `homekeep certificate`, on a server that runs.
@Tag("LF-12")
class CertificateCommandsTest {
    @TempDir
    private static Path folder;

    private static final Made LEAF = Certs.leaf("files.example.org").make();
    private static TestServer server;
    private static Console console;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start(folder);
        console = Console.beside(server);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        console.close();
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void a_pem_pair_is_used_and_given_up() throws IOException {
        String chain = file("chain.pem", LEAF.pem());
        String key = file("key.pem", LEAF.keyPem());

        assertThat(console.run("", "certificate", "use", "--chain", chain, "--key", key))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("Your own certificate: CN=own", "for files.example.org", "days left: 89");
        assertThat(console.run("", "certificate", "show", "--json")).isZero();
        assertThat(console.out()).contains("\"kind\":\"own\"");
        assertThat(console.run("", "certificate", "home")).isZero();
        assertThat(console.out()).contains("The home CA's certificate");
        assertThat(console.run("", "certificate", "show")).isZero();
        assertThat(console.out()).contains(".local", "by ");
    }

    @Test
    void a_pkcs12_file_is_used_with_a_password_that_no_list_of_processes_shows() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("a", LEAF.key(), "a secret".toCharArray(), new Certificate[] {LEAF.certificate()});
        Path file = folder.resolve("own.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "a secret".toCharArray());
        }

        assertThat(console.run("wrong\n", "certificate", "use", "--pkcs12", file.toString(), "--password-stdin"))
                .isEqualTo(1);
        assertThat(console.err()).contains("password: This is not the file's password.");
        assertThat(console.run("a secret\n", "certificate", "use", "--pkcs12", file.toString(), "--password-stdin"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("Your own certificate").doesNotContain("a secret");
    }

    @Test
    void what_is_wrong_is_said() throws IOException {
        String chain = file("wrong.pem", "hello");

        assertThat(console.run("", "certificate", "use")).isEqualTo(1);
        assertThat(console.err()).contains("Give a certificate");
        assertThat(console.run("", "certificate", "use", "--chain", chain, "--key", chain))
                .isEqualTo(1);
        assertThat(console.err()).contains("no PEM file");
        assertThat(console.run(
                        "",
                        "certificate",
                        "use",
                        "--chain",
                        folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(console.err()).contains("no file that can be read");
    }

    @Test
    void a_list_is_set_with_commas() {
        assertThat(console.run("", "settings", "set", "trusted_proxies", "127.0.0.1, 10.0.0.0/8"))
                .as(console.err())
                .isZero();
        assertThat(console.run("", "settings", "get", "trusted_proxies")).isZero();
        assertThat(console.out()).isEqualToIgnoringNewLines("127.0.0.1, 10.0.0.0/8");
        assertThat(console.run("", "settings", "set", "trusted_proxies", "")).isZero();
        assertThat(console.run("", "settings", "get", "trusted_proxies")).isZero();
        assertThat(console.out()).isBlank();
        assertThat(console.run("", "settings", "set", "trusted_proxies", "0.0.0.0/0"))
                .isEqualTo(1);
        assertThat(console.err()).contains("too wide");
    }
}
