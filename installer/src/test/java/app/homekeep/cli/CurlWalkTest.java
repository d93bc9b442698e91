// SPDX-License-Identifier: Apache-2.0
package app.homekeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.cli.HomekeepProcess.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The local door as people use it from a shell, with the real curl.
@Tag("LF-05")
class CurlWalkTest {
    private static final String PASSWORD = "violet-teapot-ladder";
    private static final String CREDENTIALS = "{\"username\": \"anna\", \"password\": \"" + PASSWORD + "\"}";

    @TempDir
    private Path folder;

    @Test
    void log_in_with_a_cookie_jar_and_use_it() throws Exception {
        Path data = folder.resolve("data");
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            String api = served.local() + "/api/v1";
            curl(
                    "-s",
                    "-c",
                    "cookies.txt",
                    "-X",
                    "POST",
                    api + "/auth/login",
                    "-H",
                    "Content-Type: application/json",
                    "-d",
                    CREDENTIALS);
            assertThat(Files.readString(folder.resolve("cookies.txt"))).contains("#HttpOnly_localhost");

            assertThat(curl("-s", "-b", "cookies.txt", api + "/auth/me")).contains("\"username\":\"anna\"");
            assertThat(status("-b", "cookies.txt", api + "/auth/me")).isEqualTo("200");
            assertThat(status(api + "/auth/me")).isEqualTo("401");
        }
    }

    @Test
    void a_change_needs_the_header_that_says_it_is_meant() throws Exception {
        Path data = folder.resolve("data");
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            String api = served.local() + "/api/v1";
            curl(
                    "-s",
                    "-c",
                    "cookies.txt",
                    "-X",
                    "POST",
                    api + "/auth/login",
                    "-H",
                    "Content-Type: application/json",
                    "-d",
                    CREDENTIALS);
            String space =
                    curl("-s", "-b", "cookies.txt", api + "/spaces").replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
            Path photo = Files.writeString(folder.resolve("photo.txt"), "The same bytes come back.\n");
            String upload = api + "/spaces/" + space + "/upload?path=/photo.txt";

            assertThat(status("-b", "cookies.txt", "--data-binary", "@" + photo, upload))
                    .isEqualTo("403");
            assertThat(status(
                            "-b", "cookies.txt", "-H", "X-Requested-With: curl", "--data-binary", "@" + photo, upload))
                    .isEqualTo("201");
            assertThat(curl("-s", "-b", "cookies.txt", api + "/spaces/" + space + "/content?path=/photo.txt"))
                    .isEqualTo(Files.readString(photo));
            assertThat(status(
                            "-b",
                            "cookies.txt",
                            "-c",
                            "cookies.txt",
                            "-H",
                            "X-Requested-With: curl",
                            "-X",
                            "POST",
                            api + "/auth/logout"))
                    .isEqualTo("204");
            assertThat(status("-b", "cookies.txt", api + "/auth/me")).isEqualTo("401");
        }
    }

    private String status(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("-s", "-o", "answer", "-w", "%{http_code}"));
        all.addAll(List.of(arguments));
        return curl(all.toArray(String[]::new));
    }

    private String curl(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("curl", "--max-time", "30", "--noproxy", "*"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said;
        try (var reader = process.inputReader()) {
            said = reader.readAllAsString();
        }
        assertThat(HomekeepProcess.await(process)).as(said).isZero();
        return said;
    }
}
