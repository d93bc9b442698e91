// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.platform.FilePreferences;
import app.homekeep.desktop.platform.SingleInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-01")
class ProcessFirstRunTest {
    private static final String PASSWORD = "Größe 12 \"quoted\" $HOME";

    @TempDir
    private Path folder;

    private Path data;
    private ProcessFirstRun firstRun;

    @BeforeEach
    void open() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        ServerProgram program = StandIn.in(folder.resolve("program"));
        firstRun = new ProcessFirstRun(data, () -> program);
    }

    @Test
    void what_the_panel_keeps_in_the_data_folder_is_no_server() throws IOException {
        new FilePreferences(data).put("look", "dark");
        SingleInstance.claim(data, () -> {}).orElseThrow().close();
        new ServerLog(data).prepare();
        assertThat(firstRun.initialised()).isFalse();

        firstRun.create(plan(PASSWORD, true));

        assertThat(firstRun.initialised()).isTrue();
    }

    @Test
    void what_the_owner_answered_reaches_the_server_and_the_password_only_by_its_input() throws IOException {
        firstRun.create(plan(PASSWORD, false));

        assertThat(Files.readAllLines(data.resolve("init")))
                .containsExactly(
                        "init",
                        "--data=" + data,
                        "--files=" + folder.resolve("our files"),
                        "--owner=@anna",
                        "--server-name=Our Home",
                        "--password-stdin",
                        "--no-lan",
                        PASSWORD + "null");
    }

    @Test
    void a_refusal_keeps_its_sentence_and_code() {
        AdminProblem problem = catchThrowableOfType(AdminProblem.class, () -> firstRun.create(plan("short", true)));

        assertThat(problem.code()).isEqualTo("bad_request");
        assertThat(problem.sentence()).isEqualTo("This password is too short.");
    }

    @Test
    void a_password_of_two_lines_is_refused_before_it_is_cut() {
        AdminProblem problem =
                catchThrowableOfType(AdminProblem.class, () -> firstRun.create(plan("long enough\nbut two", true)));

        assertThat(problem.code()).isEqualTo("bad_password");
    }

    @Test
    void the_password_is_in_no_text() {
        assertThat(plan(PASSWORD, true).toString()).doesNotContain(PASSWORD);
    }

    private FirstRunPlan plan(String password, boolean homeNetwork) {
        return new FirstRunPlan("Our Home", "@anna", password, folder.resolve("our files"), homeNetwork);
    }
}
