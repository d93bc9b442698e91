// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.process.StartRefused;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path folder;

    private final Recorder program = new Recorder();
    private String out = "";
    private String err = "";

    @Test
    void init_reads_the_password_from_its_input_and_makes_the_home() {
        int status = run(
                PASSWORD + "\n",
                "init",
                "--data",
                folder.toString(),
                "--owner",
                "anna",
                "--password-stdin",
                "--no-lan");

        assertThat(status).isZero();
        assertThat(program.homes)
                .containsExactly(new NewHome(folder, folder.resolve("files"), "anna", PASSWORD, "Homekeep", false));
        assertThat(out + err).doesNotContain(PASSWORD);
    }

    @Test
    void init_takes_a_folder_for_the_files_and_a_name() {
        int status = run(
                PASSWORD,
                "init",
                "--data=" + folder,
                "--owner=anna",
                "--password-stdin",
                "--files=" + folder.resolve("photos"),
                "--server-name=Home");

        assertThat(status).isZero();
        assertThat(program.homes)
                .containsExactly(new NewHome(folder, folder.resolve("photos"), "anna", PASSWORD, "Home", true));
    }

    @Test
    void a_password_is_no_option() {
        int status = run("", "init", "--data", folder.toString(), "--owner", "anna", "--password", PASSWORD);

        assertThat(status).isEqualTo(2);
        assertThat(program.homes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --colour",
                "serve --local-port 70000",
                "serve --local-port",
                "serve --data",
                "nonsense",
                "session",
                "session revoke",
                "session revoke some --all",
                "user add",
                "init --owner anna"
            })
    void wrong_usage_ends_with_2_and_says_how_on_standard_error(String line) {
        int status = run("", line.split(" "));

        assertThat(status).isEqualTo(2);
        assertThat(err).contains("Usage:");
        assertThat(out).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "serve --help", "session revoke --help", "--version"})
    void help_and_version_go_to_standard_output(String line) {
        int status = run("", line.split(" "));

        assertThat(status).isZero();
        assertThat(out).isNotBlank();
        assertThat(err).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "stop", "user list", "session list", "audit verify", "session revoke --all"})
    void what_needs_a_running_server_says_so(String line) {
        int status = run("", (line + " --data " + folder).split(" "));

        assertThat(status).isEqualTo(1);
        assertThat(err).startsWith("homekeep: No server runs on ").endsWith("[not_running]\n");
        assertThat(err.lines()).hasSize(1);
    }

    @Test
    void serving_an_empty_folder_is_refused_and_leaves_it_empty() throws Exception {
        int status = run("", "serve", "--data", folder.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err).contains("[not_initialised]");
        try (var content = Files.list(folder)) {
            assertThat(content).isEmpty();
        }
    }

    @Test
    void a_folder_with_something_else_in_it_is_neither_served_nor_furnished() throws Exception {
        Path photo = Files.createFile(folder.resolve("photo.jpg"));

        assertThat(run("", "serve", "--data", folder.toString())).isEqualTo(1);
        assertThat(err).contains("[not_initialised]");
        assertThat(run("", "welcome", "--data", folder.toString())).isEqualTo(1);
        assertThat(err).contains("[folder_not_empty]");
        try (var content = Files.list(folder)) {
            assertThat(content).containsExactly(photo);
        }
    }

    @Test
    void serve_passes_its_options_on() throws Exception {
        Files.createFile(folder.resolve("homekeep.db"));

        run("", "serve", "--data=" + folder, "--local-port", "0", "--lan-port=8444", "--no-lan");

        assertThat(program.served)
                .containsExactly(
                        new ServeOptions(folder, OptionalInt.of(0), OptionalInt.of(8444), OptionalInt.empty(), true));
    }

    @Test
    void a_refused_start_is_one_line_with_its_code() throws Exception {
        Files.createFile(folder.resolve("homekeep.db"));

        int status = run("", "serve", "--data", folder.toString());

        assertThat(status).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err).isEqualTo("homekeep: Port 8080 is taken. [port_taken:local:8080]\n");
    }

    @Test
    void serve_makes_the_first_run_from_the_environment() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Path data = folder.resolve("data");

        run(
                Map.of("HOMEKEEP_OWNER", "anna", "HOMEKEEP_OWNER_PASSWORD_FILE", password.toString()),
                "",
                "serve",
                "--data",
                data.toString());

        assertThat(program.homes)
                .containsExactly(new NewHome(data, data.resolve("files"), "anna", PASSWORD, "Homekeep", true));
    }

    @Test
    @Tag("LN-08")
    void serve_finishes_a_first_run_from_the_environment_that_was_killed() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createFile(data.resolve("homekeep.db"));
        program.ownerless = true;

        run(
                Map.of("HOMEKEEP_OWNER", "anna", "HOMEKEEP_OWNER_PASSWORD_FILE", password.toString()),
                "",
                "serve",
                "--data",
                data.toString());

        assertThat(program.homes).extracting(NewHome::owner).containsExactly("anna");
        assertThat(program.served).hasSize(2);
    }

    @Test
    void an_owner_in_the_environment_needs_a_password_file() {
        int status = run(
                Map.of("HOMEKEEP_OWNER", "anna"),
                "",
                "serve",
                "--data",
                folder.resolve("data").toString());

        assertThat(status).isEqualTo(1);
        assertThat(err).contains("HOMEKEEP_OWNER_PASSWORD_FILE").contains("[password_missing]");
    }

    @Test
    void the_first_steps_ask_four_questions_and_take_what_is_usual() {
        String typed = String.join("\n", "", "anna", PASSWORD, PASSWORD, "", "1") + "\n";

        run(typed, "welcome", "--data", folder.toString());

        assertThat(program.homes)
                .containsExactly(new NewHome(folder, folder.resolve("files"), "anna", PASSWORD, "Homekeep", false));
        assertThat(out).isEmpty();
    }

    @Test
    void the_first_steps_ask_again_for_what_can_t_be() {
        program.weak = "hunter2hunter2";
        String typed = String.join(
                        "\n",
                        "Home",
                        "-anna",
                        "anna",
                        PASSWORD,
                        "typo",
                        program.weak,
                        program.weak,
                        "",
                        "3",
                        "2",
                        PASSWORD,
                        PASSWORD)
                + "\n";

        run(typed, "welcome", "--data", folder.toString());

        assertThat(program.homes)
                .containsExactly(new NewHome(folder, folder.resolve("files"), "anna", PASSWORD, "Home", true));
    }

    @Test
    void without_anybody_to_answer_the_first_steps_say_what_to_do() {
        int status = run("", "welcome", "--data", folder.toString());

        assertThat(status).isEqualTo(1);
        assertThat(err).contains("homekeep init").endsWith("[no_answer]\n");
    }

    private int run(String typed, String... words) {
        return run(Map.of(), typed, words);
    }

    private int run(Map<String, String> environment, String typed, String... words) {
        var standardOut = new ByteArrayOutputStream();
        var standardErr = new ByteArrayOutputStream();
        int status = Commands.run(
                List.of(words),
                program,
                new Terminal(
                        new BufferedReader(new StringReader(typed)),
                        new PrintStream(standardOut, true, StandardCharsets.UTF_8),
                        new PrintStream(standardErr, true, StandardCharsets.UTF_8),
                        environment,
                        Optional.empty()));
        out = standardOut.toString(StandardCharsets.UTF_8);
        err = standardErr.toString(StandardCharsets.UTF_8);
        return status;
    }

    /// Keeps what it is asked, and finds its port taken.
    private static final class Recorder implements Program {
        private final List<NewHome> homes = new ArrayList<>();
        private final List<ServeOptions> served = new ArrayList<>();
        private String weak = "";
        private boolean ownerless;

        @Override
        public Running start(ServeOptions options) {
            served.add(options);
            if (ownerless) {
                ownerless = false;
                throw new StartRefused("not_initialised", "There is no owner yet.");
            }
            throw new StartRefused("port_taken:local:8080", "Port 8080 is taken.");
        }

        @Override
        public void create(NewHome home) {
            if (home.password().equals(weak)) {
                throw new StartRefused("weak_password", "That password is among the most used ones.");
            }
            homes.add(home);
        }
    }
}
