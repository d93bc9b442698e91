// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.desktop.admin.RunFolder.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What needs a lock of another process is in `ServerSupervisorProcessTest`.
@Tag("DC-01")
class RunFolderTest {
    private static final String GOOD = """
            {"pid":1,"version":"0.1.0","started_at":"2026-11-21T10:00:00.000Z",
             "control":{"url":"http://127.0.0.1:4000","token":"s3cret"},
             "local":"http://localhost:8080","lan":null,"welcome":null}""";

    @TempDir
    private Path data;

    private RunFolder run;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(data.resolve("run"));
        run = new RunFolder(data);
    }

    @Test
    void no_run_file_is_no_server() {
        assertThat(run.read()).isEmpty();
        assertThat(run.look()).isEqualTo(new Who.Nobody());
    }

    @Test
    void the_run_file_says_where_the_doors_are() throws IOException {
        write(GOOD, "rw-------");

        assertThat(run.read()).hasValueSatisfying(info -> {
            assertThat(info.control().url()).isEqualTo("http://127.0.0.1:4000");
            assertThat(info.toString()).doesNotContain("s3cret");
        });
    }

    @Test
    void a_run_file_that_is_left_over_is_nobodys() throws IOException {
        write(GOOD, "rw-------");
        Files.createFile(data.resolve("run/lock"));

        assertThat(run.look()).isEqualTo(new Who.Nobody());
    }

    @Test
    void many_can_look_at_once() throws IOException, InterruptedException {
        Files.createFile(data.resolve("run/lock"));
        List<Callable<Who>> looks = Collections.nCopies(200, run::look);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(looks))
                    .allSatisfy(look -> assertThat(look.get()).isEqualTo(new Who.Nobody()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void a_run_file_that_others_can_touch_is_refused(String mode) throws IOException {
        write(GOOD, mode);

        assertThat(code()).isEqualTo("run_file_unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1:4000",
                "https://127.0.0.1:4000",
                "http://127.0.0.1",
                "http://127.0.0.1@evil:1",
                "::"
            })
    void the_token_goes_to_this_machine_only(String url) throws IOException {
        write(GOOD.replace("http://127.0.0.1:4000", url), "rw-------");

        assertThat(code()).isEqualTo("run_file_broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"pid\":1}", "{\"pid\":\"x\"}", "{\"surprise\":1}"})
    void a_run_file_that_makes_no_sense_is_refused(String text) throws IOException {
        write(text, "rw-------");

        assertThat(code()).isEqualTo("run_file_broken");
    }

    private String code() {
        return catchThrowableOfType(AdminProblem.class, run::read).code();
    }

    private void write(String text, String mode) throws IOException {
        Path file = Files.writeString(data.resolve("run/server.json"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
