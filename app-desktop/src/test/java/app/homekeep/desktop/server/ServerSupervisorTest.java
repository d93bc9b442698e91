// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.RunFolder.Who;
import app.homekeep.desktop.async.ManualUi;
import app.homekeep.desktop.server.ServerState.Crashed;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerState.Starting;
import app.homekeep.desktop.server.ServerState.Stopped;
import app.homekeep.desktop.server.ServerState.Stopping;
import app.homekeep.desktop.server.ServerState.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-01")
class ServerSupervisorTest {
    private static final int SIGKILL = 137;

    private final FakeHost host = new FakeHost();
    private final ManualLoop loop = new ManualLoop();
    private final ManualUi ui = new ManualUi();
    private final ServerSupervisor supervisor = new ServerSupervisor(host, loop, ui);

    // ---- start

    @Test
    void nothing_is_started_unasked() {
        loop.pass(Duration.ofMinutes(1));

        assertThat(supervisor.state()).isEqualTo(new Stopped());
        assertThat(host.launched).isEmpty();
    }

    @Test
    void it_runs_once_the_run_file_is_there_and_the_answer_is_healthy() {
        supervisor.start();
        loop.pass(Duration.ofSeconds(1));
        assertThat(supervisor.state()).isEqualTo(new Starting());

        host.pulse = new Pulse.Unwell();
        host.ready();
        loop.pass(Duration.ofSeconds(1));
        assertThat(supervisor.state()).isEqualTo(new Starting());

        host.pulse = new Pulse.Healthy();
        loop.pass(Duration.ofSeconds(1));
        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(101), false));
    }

    @Test
    void starting_twice_starts_one_server() {
        supervisor.start();
        supervisor.start();
        started();
        supervisor.start();
        loop.pass(Duration.ofMinutes(1));

        assertThat(host.launched).hasSize(1);
    }

    @Test
    void a_server_that_is_not_ready_in_time_is_ended_and_tried_again() {
        supervisor.start();
        loop.pass(ServerSupervisor.READY_WITHIN.plusMillis(500));

        assertThat(supervisor.state()).isInstanceOfSatisfying(Crashed.class, crashed -> {
            assertThat(crashed.code()).isEqualTo("start_timeout");
            assertThat(crashed.logTail()).containsExactly("last words of 101");
            assertThat(crashed.retrying()).isTrue();
        });
        assertThat(host.launched.getFirst().destroyedForcibly).isTrue();
        host.childEnds(SIGKILL);
        loop.pass(Duration.ofSeconds(1));
        assertThat(host.launched).hasSize(2);
    }

    @Test
    void a_refusal_is_shown_and_not_retried() {
        supervisor.start();
        loop.settle();
        host.child().refusal =
                Optional.of(new Child.Refusal("Port 8080 is used by another program.", "port_taken:local:8080"));
        host.childEnds(1);
        loop.pass(Duration.ofHours(1));

        assertThat(supervisor.state())
                .isEqualTo(new Crashed(
                        1,
                        "Port 8080 is used by another program.",
                        "port_taken:local:8080",
                        List.of("last words of 101"),
                        false));
        assertThat(host.launched).hasSize(1);
    }

    @Test
    void a_program_that_can_not_be_started_says_why() {
        host.launchProblem = Optional.of(new AdminProblem("program_incomplete", "Parts are missing."));

        supervisor.start();
        loop.settle();

        assertThat(supervisor.state())
                .isEqualTo(new Crashed(-1, "Parts are missing.", "program_incomplete", List.of(), false));
    }

    @Test
    void after_a_refusal_the_owner_can_start_again() {
        supervisor.start();
        loop.settle();
        host.child().refusal = Optional.of(new Child.Refusal("No.", "port_taken:local:8080"));
        host.childEnds(1);
        loop.settle();

        supervisor.start();
        started();

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(102), false));
    }

    // ---- attach

    @Test
    void a_server_that_runs_already_is_attached_to() {
        host.who = new Who.Server(FakeHost.info(7));

        loop.settle();

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(7), true));
        assertThat(host.launched).isEmpty();
    }

    @Test
    void a_server_started_by_somebody_else_is_noticed() {
        loop.pass(Duration.ofMinutes(1));
        host.who = new Who.Server(FakeHost.info(7));
        loop.pass(ServerSupervisor.PULSE_EVERY);

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(7), true));
    }

    @Test
    void a_server_on_its_way_up_is_waited_for_instead_of_starting_a_second() {
        host.who = new Who.Somebody();
        supervisor.start();
        loop.pass(Duration.ofSeconds(5));
        assertThat(supervisor.state()).isEqualTo(new Starting());

        host.who = new Who.Server(FakeHost.info(7));
        loop.pass(Duration.ofSeconds(1));

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(7), true));
        assertThat(host.launched).isEmpty();
    }

    @Test
    void a_start_that_lost_the_race_attaches_to_the_winner() {
        supervisor.start();
        loop.settle();
        host.child().refusal = Optional.of(new Child.Refusal("Already running.", "already_running:7"));
        host.child().end(1);
        loop.pass(Duration.ofSeconds(1));
        host.who = new Who.Server(FakeHost.info(7));
        loop.pass(Duration.ofSeconds(1));

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(7), true));
        assertThat(host.launched).hasSize(1);
    }

    @Test
    void a_process_that_holds_the_folder_and_never_gets_ready_is_named() {
        host.who = new Who.Somebody();
        supervisor.start();
        loop.pass(ServerSupervisor.READY_WITHIN.plusSeconds(1));

        assertThat(supervisor.state()).isInstanceOfSatisfying(Crashed.class, crashed -> {
            assertThat(crashed.code()).isEqualTo("already_running");
            assertThat(crashed.retrying()).isFalse();
        });
        assertThat(host.launched).isEmpty();
    }

    @Test
    void a_found_server_that_does_not_answer_is_unreachable_and_can_be_restarted() {
        host.who = new Who.Server(FakeHost.info(7));
        host.pulse = new Pulse.Silent();
        host.stopAnswer = Optional.empty();
        loop.pass(ServerSupervisor.READY_WITHIN.plusSeconds(1));
        assertThat(supervisor.state()).isEqualTo(new Unreachable(FakeHost.info(7)));

        supervisor.restart();
        loop.settle();
        assertThat(host.found.getLast().destroyed).isTrue();
        host.who = new Who.Nobody();
        host.found.getLast().end(-1);
        host.pulse = new Pulse.Healthy();
        started();

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(101), false));
    }

    @Test
    void a_server_that_goes_while_being_attached_to_is_not_replaced_unasked() {
        host.who = new Who.Server(FakeHost.info(7));
        host.pulse = new Pulse.Silent();
        loop.pass(Duration.ofSeconds(1));
        host.who = new Who.Nobody();
        loop.pass(Duration.ofMinutes(1));

        assertThat(supervisor.state()).isEqualTo(new Stopped());
        assertThat(host.launched).isEmpty();
    }

    // ---- watch

    @Test
    void three_missed_answers_make_it_unreachable_and_one_answer_brings_it_back() {
        running();
        host.pulse = new Pulse.Silent();
        loop.pass(ServerSupervisor.PULSE_EVERY.multipliedBy(2));
        assertThat(supervisor.state()).isInstanceOf(Running.class);

        loop.pass(ServerSupervisor.PULSE_EVERY);
        assertThat(supervisor.state()).isEqualTo(new Unreachable(FakeHost.info(101)));

        host.pulse = new Pulse.Healthy();
        loop.pass(ServerSupervisor.PULSE_EVERY);
        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(101), false));
    }

    @Test
    void misses_count_only_in_a_row() {
        running();
        for (int i = 0; i < 10; i++) {
            host.pulse = new Pulse.Silent();
            loop.pass(ServerSupervisor.PULSE_EVERY.multipliedBy(2));
            host.pulse = new Pulse.Healthy();
            loop.pass(ServerSupervisor.PULSE_EVERY);
        }

        assertThat(supervisor.state()).isInstanceOf(Running.class);
    }

    @Test
    void a_server_that_is_not_well_but_answers_still_runs() {
        running();
        host.pulse = new Pulse.Unwell();
        loop.pass(Duration.ofMinutes(5));

        assertThat(supervisor.state()).isInstanceOf(Running.class);
    }

    // ---- crash

    @Test
    void a_crash_is_seen_at_once_and_followed_by_a_restart() {
        running();
        host.childEnds(SIGKILL);
        loop.settle();
        assertThat(supervisor.state())
                .isEqualTo(new Crashed(
                        SIGKILL,
                        "The server was ended by force, by the system or by somebody.",
                        "killed",
                        List.of("last words of 101"),
                        true));

        loop.pass(Duration.ofSeconds(1));
        started();

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(102), false));
    }

    @Test
    void after_five_crashes_in_ten_minutes_it_gives_up() {
        running();
        for (int crash = 1; crash <= 4; crash++) {
            host.childEnds(SIGKILL);
            loop.pass(Duration.ofSeconds(1L << (crash - 1)));
            started();
            assertThat(supervisor.state()).isInstanceOf(Running.class);
        }
        host.childEnds(3);
        loop.pass(Duration.ofHours(1));

        assertThat(supervisor.state()).isInstanceOfSatisfying(Crashed.class, crashed -> {
            assertThat(crashed.retrying()).isFalse();
            assertThat(crashed.code()).isEqualTo("out_of_memory");
            assertThat(crashed.logTail()).isNotEmpty();
        });
        assertThat(host.launched).hasSize(5);
    }

    @Test
    void an_attached_server_that_crashes_is_replaced() {
        host.who = new Who.Server(FakeHost.info(7));
        loop.settle();
        host.who = new Who.Nobody();
        host.runFileLeft = true;
        host.found.getLast().end(-1);
        loop.settle();
        assertThat(supervisor.state()).isInstanceOf(Crashed.class);

        loop.pass(Duration.ofSeconds(1));
        started();

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(101), false));
    }

    @Test
    void a_server_that_somebody_else_stopped_is_stopped_and_stays_so() {
        running();
        host.pulse = new Pulse.Draining(2);
        loop.pass(ServerSupervisor.PULSE_EVERY);
        assertThat(supervisor.state()).isEqualTo(new Stopping(2));

        host.childEnds(0);
        loop.pass(Duration.ofHours(1));

        assertThat(supervisor.state()).isEqualTo(new Stopped());
        assertThat(host.launched).hasSize(1);
    }

    @Test
    void a_server_that_the_system_ended_in_order_is_stopped() {
        running();
        host.childEnds(143);
        loop.settle();

        assertThat(supervisor.state()).isEqualTo(new Stopped());
    }

    @Test
    void an_exit_with_a_failure_is_a_crash_even_when_it_tidied_up() {
        running();
        host.childEnds(1);
        loop.settle();

        assertThat(supervisor.state()).isInstanceOf(Crashed.class);
    }

    @Test
    void stop_ends_the_retrying() {
        running();
        host.childEnds(SIGKILL);
        loop.settle();
        supervisor.stop();
        loop.pass(Duration.ofHours(1));

        assertThat(supervisor.state()).isEqualTo(new Stopped());
        assertThat(host.launched).hasSize(1);
    }

    @Test
    void start_does_not_wait_for_the_next_try() {
        running();
        host.childEnds(SIGKILL);
        loop.settle();
        supervisor.start();
        loop.settle();

        assertThat(supervisor.state()).isEqualTo(new Starting());
        assertThat(host.launched).hasSize(2);
    }

    private void running() {
        supervisor.start();
        started();
        assertThat(supervisor.state()).isInstanceOf(Running.class);
    }

    private void started() {
        loop.settle();
        host.ready();
        loop.pass(ServerSupervisor.LOOK_EVERY);
    }
}
