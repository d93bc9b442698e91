// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.server.ServerState;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-01")
class OverviewViewModelTest {
    private final House house = new House();
    private final OverviewViewModel model = new OverviewViewModel(
            house.supervisor, house.api, house.events, house.background, house.ticker, house.clock, house.ports);

    @Test
    void a_running_server_shows_its_status_and_who_is_there() {
        run();

        model.onShow();

        assertThat(model.status().get()).isInstanceOf(Load.Ready.class);
        assertThat(model.signedIn().get()).hasSize(4);
        assertThat(model.signedIn().get().getFirst().device()).isEqualTo("Anna’s Pixel 8");
    }

    @Test
    void a_hidden_screen_asks_nothing() {
        run();
        model.onShow();

        model.onHide();
        int before = house.api.asked();
        house.ticker.tick();
        house.events.happen(AdminEvents.SESSIONS_CHANGED);

        assertThat(house.api.asked()).isEqualTo(before);
        assertThat(house.ticker.running()).isZero();
        assertThat(house.events.watchers()).isZero();
        assertThat(house.supervisor.watchers()).isZero();
    }

    @Test
    void somebody_who_signs_in_is_seen_at_once() {
        run();
        model.onShow();

        house.api.signedIn("ida", "Phone", "Chrome", "192.168.1.9", house.clock.instant(), house.clock.instant());
        house.events.happen(AdminEvents.SESSIONS_CHANGED);

        assertThat(model.signedIn().get()).hasSize(5);
    }

    @Test
    void one_missed_answer_leaves_what_is_shown() {
        run();
        model.onShow();

        house.api.failWith(new AdminProblem("unreachable", "No answer."));
        house.ticker.tick();

        assertThat(model.status().get()).isInstanceOf(Load.Ready.class);
    }

    @Test
    void a_stopped_server_is_not_asked_and_shows_nobody() {
        run();
        model.onShow();

        house.supervisor.becomes(new ServerState.Stopped());
        int before = house.api.asked();
        house.ticker.tick();

        assertThat(house.api.asked()).isEqualTo(before);
        assertThat(model.signedIn().get()).isEmpty();
        assertThat(model.pageHere()).isEmpty();
    }

    @Test
    void commands_go_to_the_supervisor() {
        model.start();
        model.restart();
        model.stop();

        assertThat(house.supervisor.commands()).containsExactly("start", "restart", "stop");
    }

    @Test
    void a_taken_port_is_answered_with_another_one_that_is_kept() {
        model.onShow();

        house.supervisor.becomes(new ServerState.Crashed(1, "Taken.", "port_taken:local:28080", List.of(), false));
        OptionalInt offered = model.otherPort().get();
        model.useOtherPort();

        assertThat(offered).isPresent();
        assertThat(house.ports.chosen("local")).isEqualTo(offered);
        assertThat(house.supervisor.commands()).containsExactly("start");
    }

    @Test
    void traffic_is_the_mean_between_two_looks() {
        run();
        model.onShow();

        house.clock.pass(Duration.ofSeconds(2));
        house.api.traffic(4_000, 10_000);
        house.ticker.tick();

        assertThat(model.traffic().get())
                .containsExactly(new TrafficHistory.Point(house.clock.instant(), 2_000, 5_000));
    }

    @Test
    void traffic_keeps_no_more_points_than_can_be_drawn_and_none_older_than_ten_minutes() {
        run();
        model.onShow();

        for (int i = 0; i < 400; i++) {
            house.clock.pass(OverviewViewModel.LOOK);
            house.api.traffic(1, 1);
            house.ticker.tick();
        }

        assertThat(model.traffic().get()).hasSizeLessThanOrEqualTo(TrafficHistory.POINTS);
        assertThat(model.traffic().get())
                .allMatch(point -> !point.at().isBefore(house.clock.instant().minus(TrafficHistory.SPAN)));
    }

    private void run() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant().minus(Duration.ofHours(3))));
    }
}
