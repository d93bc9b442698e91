// SPDX-License-Identifier: Apache-2.0
package app.homekeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.cli.HomekeepProcess.Result;
import app.homekeep.installer.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./homekeep` of a checkout that is built.
class LauncherTest {
    @TempDir
    private Path folder;

    @Test
    void it_runs_from_anywhere_and_through_a_link() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("hk"), Project.FOLDER.resolve("homekeep"));

        Result version = launch(link, "", "--version");

        assertThat(version.done().out()).startsWith("homekeep ");
    }

    @Test
    void serve_becomes_the_java_process() throws Exception {
        Path data = folder.resolve("data");
        HomekeepProcess.init(data, "violet-teapot-ladder");
        Process launched = start(
                Project.FOLDER.resolve("homekeep"), "serve", "--data", data.toString(), "--local-port=0", "--no-lan");
        try (BufferedReader out = launched.inputReader()) {
            assertThat(out.readLine()).startsWith("ready local=");

            assertThat(Files.readString(data.resolve("run/server.json"))).contains("\"pid\":" + launched.pid() + ",");
        } finally {
            launched.destroy();
            HomekeepProcess.await(launched);
        }
    }

    @Test
    void without_a_screen_it_asks_in_the_terminal() throws Exception {
        Path data = folder.resolve("data");

        Result asked = launch(Project.FOLDER.resolve("homekeep"), "Home\n", "--data", data.toString());

        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.err())
                .contains("There is no screen here")
                .contains("What shall the server be called?")
                .endsWith("[no_answer]\n");
        assertThat(data).doesNotExist();
    }

    private Result launch(Path launcher, String typed, String... words) throws IOException {
        Process process = start(launcher, words);
        try (OutputStream input = process.getOutputStream()) {
            input.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        try (var out = process.inputReader();
                var err = process.errorReader()) {
            String said = out.readAllAsString();
            String complained = err.readAllAsString();
            return new Result(HomekeepProcess.await(process), said, complained);
        }
    }

    private Process start(Path launcher, String... words) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        return builder.start();
    }
}
