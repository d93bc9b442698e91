// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerState.Stopped;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Panels come and go; the server stays, and is one.
@Tag("DC-01")
class TwoPanelsTest {
    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private Household household;

    @BeforeEach
    void moveIn() {
        household = Household.settled(folder);
    }

    @AfterEach
    void moveOut() {
        started.forEach(Process::destroyForcibly);
        household.close();
    }

    @Test
    void the_server_outlives_a_killed_panel_and_the_next_one_attaches() throws IOException, InterruptedException {
        Process first = panelProcess();
        long pid = Long.parseLong(heard(first.inputReader(), "running ").substring("running ".length()));

        first.destroyForcibly().waitFor();

        Panel next = household.panel();
        Running attached = next.await(Running.class);
        assertThat(attached.attached()).isTrue();
        assertThat(attached.info().pid()).isEqualTo(pid);
        assertThat(new Visitor(attached.info().local()).signIn(Household.OWNER, Household.PASSWORD))
                .isEqualTo(200);
        next.supervisor().stop();
        next.await(Stopped.class);
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void an_attached_server_that_is_killed_is_replaced() {
        Panel first = household.panel();
        first.supervisor().start();
        first.await(Running.class);
        first.close();
        Panel next = household.panel();
        Running attached = next.await(Running.class);
        assertThat(attached.attached()).isTrue();

        Household.kill(attached);

        assertThat(next.awaitAnother(attached).attached()).isFalse();
    }

    @Test
    void two_panels_that_start_at_once_have_one_server() {
        Panel one = household.panel();
        Panel other = household.panel();

        one.supervisor().start();
        other.supervisor().start();

        assertThat(one.await(Running.class).info())
                .isEqualTo(other.await(Running.class).info());
    }

    @Test
    void a_second_panel_shows_the_first_and_ends() throws IOException, InterruptedException {
        BufferedReader first = panelProcess().inputReader();
        heard(first, "running ");

        Process second = panelProcess();

        heard(second.inputReader(), "second");
        assertThat(second.waitFor()).isZero();
        heard(first, "shown");
    }

    /// The next line that begins so; the panel's log may stand between.
    private static String heard(BufferedReader panel, String beginning) throws IOException {
        for (String line = panel.readLine(); line != null; line = panel.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("the panel ended without saying: " + beginning);
    }

    private Process panelProcess() throws IOException {
        Path home = Path.of(System.getProperty("homekeep.home"));
        String tests = Path.of("target", "test-classes").toAbsolutePath().toString();
        String panel = home.resolve("lib/panel") + File.separator + "*";
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dhomekeep.home=" + home,
                        "--module-path",
                        home.resolve("lib/javafx").toString(),
                        "--add-modules=javafx.controls",
                        "-cp",
                        tests + File.pathSeparator + panel,
                        PanelProcess.class.getName(),
                        household.data().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }
}
