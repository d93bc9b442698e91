// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.access.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The TLS door in OpenSSL's eyes.
@Tag("FO-04")
class ResumptionTest {
    private static final String ASK = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.of(Route.get("/", Access.anyone(), request -> Answer.text(200, "text/plain", "root")));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static String openssl(String typed, String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("openssl", "s_client", "-connect", "localhost:" + server.port(DoorKind.LAN)));
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.US_ASCII));
            in.flush();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void a_session_is_resumed(String version, @TempDir Path folder) throws Exception {
        String kept = folder.resolve("session").toString();

        String first = openssl(ASK, version, "-ign_eof", "-sess_out", kept);
        String second = openssl(ASK, version, "-ign_eof", "-sess_in", kept);

        assertThat(first).contains("New, TLSv1.", "root");
        assertThat(second).contains("Reused, TLSv1.", "root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1", "-tls1_1"})
    void old_versions_are_refused(String version) throws Exception {
        assertThat(openssl("", version, "-cipher", "ALL:@SECLEVEL=0"))
                .containsAnyOf("alert protocol version", "no protocols available")
                .doesNotContain("root");
    }

    /// `R` makes OpenSSL ask for a new handshake on the connection that is there, which costs the server a lot more
    /// than the client.
    @Test
    void a_client_can_not_ask_for_handshake_after_handshake() throws Exception {
        String said = openssl("R\n", "-tls1_2");

        assertThat(said).contains("RENEGOTIATING", "alert handshake failure");
    }
}
