// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.async.ManualUi;
import app.homekeep.desktop.server.ServerState.Crashed;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerState.Stopped;
import app.homekeep.desktop.server.ServerState.Stopping;
import app.homekeep.model.control.StopAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-01")
class ServerSupervisorStopTest {
    private static final int SIGKILL = 137;

    private final FakeHost host = new FakeHost();
    private final ManualLoop loop = new ManualLoop();
    private final ManualUi ui = new ManualUi();
    private final ServerSupervisor supervisor = new ServerSupervisor(host, loop, ui);

    // ---- stop

    @Test
    void stop_asks_shows_the_transfers_and_waits_for_them() {
        running();
        host.stopAnswer = Optional.of(new StopAnswer(3, 10));
        host.pulse = new Pulse.Draining(1);
        supervisor.stop();
        loop.settle();
        assertThat(supervisor.state()).isEqualTo(new Stopping(3));

        loop.pass(ServerSupervisor.COUNT_EVERY);
        assertThat(supervisor.state()).isEqualTo(new Stopping(1));

        loop.pass(Duration.ofSeconds(5));
        assertThat(host.child().destroyed).isFalse();
        host.childEnds(0);
        loop.settle();
        assertThat(supervisor.state()).isEqualTo(new Stopped());
        assertThat(host.stopsAsked).isOne();
    }

    @Test
    void a_server_that_ignores_the_asking_is_ended_and_then_forced() {
        running();
        supervisor.stop();
        loop.pass(Duration.ofSeconds(14));
        assertThat(host.child().destroyed).isFalse();

        loop.pass(Duration.ofSeconds(1));
        assertThat(host.child().destroyed).isTrue();
        assertThat(host.child().destroyedForcibly).isFalse();

        loop.pass(ServerSupervisor.GRACE);
        assertThat(host.child().destroyedForcibly).isTrue();
        host.childEnds(SIGKILL);
        loop.settle();
        assertThat(supervisor.state()).isEqualTo(new Stopped());
    }

    @Test
    void a_server_that_does_not_hear_is_ended_at_once() {
        running();
        host.stopAnswer = Optional.empty();
        supervisor.stop();
        loop.settle();

        assertThat(host.child().destroyed).isTrue();
    }

    @Test
    void a_server_on_its_way_up_can_be_stopped() {
        supervisor.start();
        loop.settle();
        supervisor.stop();
        loop.settle();
        assertThat(supervisor.state()).isEqualTo(new Stopping(0));
        assertThat(host.child().destroyed).isTrue();

        host.childEnds(143);
        loop.pass(Duration.ofMinutes(1));

        assertThat(supervisor.state()).isEqualTo(new Stopped());
    }

    @Test
    void restart_stops_and_starts() {
        running();
        supervisor.restart();
        loop.settle();
        assertThat(supervisor.state()).isInstanceOf(Stopping.class);

        host.childEnds(0);
        started();

        assertThat(supervisor.state()).isEqualTo(new Running(FakeHost.info(102), false));
    }

    @Test
    void start_while_stopping_starts_afterwards_and_stop_takes_that_back() {
        running();
        supervisor.stop();
        supervisor.start();
        supervisor.stop();
        loop.settle();
        host.childEnds(0);
        loop.pass(Duration.ofSeconds(1));
        assertThat(supervisor.state()).isEqualTo(new Stopped());

        supervisor.start();
        started();
        supervisor.stop();
        supervisor.start();
        loop.settle();
        host.childEnds(0);
        started();
        assertThat(supervisor.state()).isInstanceOf(Running.class);
    }

    @Test
    void an_answer_that_comes_too_late_changes_nothing() {
        running();
        loop.holdAnswers();
        loop.pass(ServerSupervisor.PULSE_EVERY);
        host.childEnds(SIGKILL);
        loop.settle();
        loop.releaseAnswers();
        loop.settle();

        assertThat(supervisor.state()).isInstanceOf(Crashed.class);
    }

    // ---- those who watch

    @Test
    void a_watcher_on_the_ui_thread_hears_the_present_state_at_once() {
        var seen = new ArrayList<ServerState>();

        ui.onUi(() -> {
            supervisor.watch(seen::add);
            assertThat(seen).containsExactly(new Stopped());
        });
    }

    @Test
    void a_watcher_hears_the_latest_state_and_nothing_after_it_left() {
        var seen = new ArrayList<ServerState>();
        Runnable unwatch = supervisor.watch(seen::add);
        ui.pump();
        running();
        ui.pump();
        assertThat(seen).containsExactly(new Stopped(), new Running(FakeHost.info(101), false));

        host.childEnds(SIGKILL);
        loop.settle();
        unwatch.run();
        ui.pump();
        assertThat(seen).hasSize(2);
    }

    @Test
    void closing_the_panel_leaves_the_server_alone() {
        running();
        supervisor.close();
        loop.pass(Duration.ofHours(1));

        assertThat(host.child().destroyed).isFalse();
        assertThat(host.stopsAsked).isZero();
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
