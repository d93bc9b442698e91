// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsualStartTest {
    /// Its jars are signed, which keeps them out of the AOT cache: loading them makes every start slower.
    @Test
    void a_usual_start_loads_no_bouncy_castle_and_no_password_based_cipher(@TempDir Path data) throws Exception {
        String fingerprint;
        try (Home home = new Home(data)) {
            fingerprint = home.open().fingerprint();
        }

        String said = start(data);

        assertThat(said).contains("root " + fingerprint, "app.homekeep.server.tls.HomeCertificates ");
        assertThat(said.lines()
                        .filter(line -> line.contains("org.bouncycastle") || line.contains("crypto.provider.PB")))
                .isEmpty();
    }

    private static String start(Path data) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Home.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(said).isZero();
        return said;
    }
}
