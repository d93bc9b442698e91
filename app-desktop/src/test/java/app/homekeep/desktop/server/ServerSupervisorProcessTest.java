// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.ControlDoor;
import app.homekeep.desktop.admin.RunFolder;
import app.homekeep.desktop.admin.RunFolder.Who;
import app.homekeep.desktop.async.Await;
import app.homekeep.desktop.async.ManualUi;
import app.homekeep.desktop.platform.FilePreferences;
import app.homekeep.desktop.server.ServerState.Crashed;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerState.Starting;
import app.homekeep.desktop.server.ServerState.Stopped;
import app.homekeep.desktop.server.ServerState.Stopping;
import app.homekeep.desktop.server.ServerState.Unreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The supervisor with real processes, files and time; only the server is a stand-in.
@Tag("DC-01")
class ServerSupervisorProcessTest {
    @TempDir
    private Path folder;

    private final List<ServerSupervisor> panels = new ArrayList<>();
    private Path data;
    private ServerProgram program;
    private RunFolder run;
    private ServerSupervisor supervisor;

    @BeforeEach
    void open() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        program = StandIn.in(folder.resolve("program"));
        run = new RunFolder(data);
        supervisor = panel();
    }

    @AfterEach
    void endWhatStillRuns() {
        panels.forEach(ServerSupervisor::close);
        run.read().flatMap(info -> ProcessHandle.of(info.pid())).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    @Test
    void a_server_is_started_with_a_clean_environment_and_its_own_log() throws IOException {
        supervisor.start();
        running();

        assertThat(data.resolve("arguments")).hasContent("serve --data " + data);
        assertThat(Files.readString(data.resolve("environment")).split(" "))
                .doesNotContain("LD_LIBRARY_PATH", "JAVA_TOOL_OPTIONS", "_JPACKAGE_LAUNCHER");
        assertThat(data.resolve("logs/server.out")).content().contains("ready local=");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("logs/server.out"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_killed_server_is_started_again() {
        supervisor.start();
        Running first = running();

        kill(first);

        Await.until("a new server", () -> supervisor.state() instanceof Running next && !next.equals(first));
        assertThat(running().info().pid()).isNotEqualTo(first.info().pid());
    }

    @Test
    void a_server_that_crashes_at_once_shows_its_last_words() throws IOException {
        behave("crash");
        supervisor.start();

        Await.until("the crash", () -> supervisor.state() instanceof Crashed);

        assertThat(supervisor.state()).isInstanceOfSatisfying(Crashed.class, crashed -> {
            assertThat(crashed.exit()).isEqualTo(42);
            assertThat(crashed.logTail()).containsExactly("stand-in: crash", "out of luck");
            assertThat(crashed.retrying()).isTrue();
        });
    }

    @Test
    void a_server_that_refuses_says_why() throws IOException {
        behave("refuse port_taken:lan:8443");
        supervisor.start();

        Await.until("the refusal", () -> supervisor.state() instanceof Crashed);

        assertThat(supervisor.state()).isInstanceOfSatisfying(Crashed.class, crashed -> {
            assertThat(crashed.reason()).isEqualTo("It will not do.");
            assertThat(crashed.code()).isEqualTo("port_taken:lan:8443");
            assertThat(crashed.retrying()).isFalse();
        });
    }

    @Test
    void the_server_outlives_its_panel_and_the_next_panel_attaches() {
        supervisor.start();
        Running first = running();
        supervisor.close();

        ServerSupervisor next = panel();

        Await.until("the next panel to attach", () -> next.state() instanceof Running);
        assertThat(next.state()).isEqualTo(new Running(first.info(), true));
        next.stop();
        Await.until("the stop", () -> next.state() instanceof Stopped);
        assertThat(run.look()).isEqualTo(new Who.Nobody());
    }

    @Test
    void two_panels_that_start_at_once_share_one_server() {
        ServerSupervisor other = panel();

        supervisor.start();
        other.start();

        running();
        Await.until("the other panel", () -> other.state() instanceof Running);
        assertThat(((Running) other.state()).info()).isEqualTo(running().info());
    }

    @Test
    void stop_is_asked_for_and_the_transfers_are_counted() {
        supervisor.start();
        running();
        supervisor.stop();

        Await.until("the stop", () -> supervisor.state() instanceof Stopped);
        assertThat(run.look()).isEqualTo(new Who.Nobody());
    }

    @Test
    void a_server_that_will_not_stop_is_ended_by_force() throws IOException {
        behave("deaf");
        supervisor.start();
        long pid = running().info().pid();
        supervisor.stop();
        Await.until("the count", () -> new Stopping(2).equals(supervisor.state()));

        Await.until("the end by force", () -> supervisor.state() instanceof Stopped);
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void a_server_that_hangs_on_its_way_up_can_be_stopped() throws IOException {
        behave("hang");
        supervisor.start();
        Await.until("the lock", () -> run.look() instanceof Who.Somebody);
        assertThat(supervisor.state()).isEqualTo(new Starting());

        supervisor.stop();

        Await.until("the stop", () -> supervisor.state() instanceof Stopped);
    }

    @Test
    void a_server_that_takes_the_token_no_more_is_unreachable_and_can_be_restarted() throws IOException {
        supervisor.start();
        Running first = running();
        Path silent = Files.createFile(data.resolve("silent"));
        Await.until("three misses", () -> supervisor.state() instanceof Unreachable);

        Files.delete(silent);
        Await.until("an answer", () -> first.equals(supervisor.state()));
        supervisor.restart();

        Await.until("a new server", () -> supervisor.state() instanceof Running next && !next.equals(first));
    }

    @Test
    void a_port_the_owner_has_chosen_is_handed_on() {
        new Ports(new FilePreferences(data)).use("local", 8099);
        ServerSupervisor next = panel();
        next.start();
        Await.until("the server", () -> next.state() instanceof Running);

        assertThat(data.resolve("arguments")).hasContent("serve --data " + data + " --local-port 8099");
    }

    @Test
    void an_incomplete_program_is_said_to_be_so() throws IOException {
        Files.delete(folder.resolve("program/lib/server.options"));
        supervisor.start();

        Await.until("the refusal", () -> supervisor.state() instanceof Crashed);

        assertThat(((Crashed) supervisor.state()).code()).isEqualTo("program_incomplete");
    }

    private ServerSupervisor panel() {
        var panel = ServerSupervisor.of(
                data, () -> program, new Ports(new FilePreferences(data)), run, new ControlDoor(), new ManualUi());
        panels.add(panel);
        return panel;
    }

    private Running running() {
        Await.until("a running server", () -> supervisor.state() instanceof Running);
        return (Running) supervisor.state();
    }

    private void behave(String how) throws IOException {
        Files.writeString(data.resolve("behaviour"), how);
    }

    private static void kill(Running server) {
        ProcessHandle.of(server.info().pid()).orElseThrow().destroyForcibly();
    }
}
