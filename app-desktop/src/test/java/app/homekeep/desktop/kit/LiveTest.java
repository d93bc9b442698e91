// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.server.ServerState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveTest {
    private final House house = new House();
    private int value = 1;
    private boolean broken;
    private final Live<Integer> live = new Live<>(house.source, this::ask, AdminEvents.ROLES_CHANGED);

    private int ask() {
        if (broken) {
            throw new AdminProblem("unreachable", "No answer.");
        }
        return value;
    }

    @Test
    void nothing_is_asked_while_no_server_runs() {
        live.onShow();

        assertThat(live.serverUp().get()).isFalse();
        assertThat(live.now()).isEmpty();
    }

    @Test
    void it_is_asked_for_when_the_server_comes_up_and_with_its_events_only() {
        live.onShow();
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        assertThat(live.now()).contains(1);

        value = 2;
        house.events.happen(AdminEvents.USERS_CHANGED);
        assertThat(live.now()).contains(1);
        house.events.happen(AdminEvents.ROLES_CHANGED);
        assertThat(live.now()).contains(2);
    }

    @Test
    void a_server_that_stops_takes_it_off_the_screen() {
        live.onShow();
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));

        house.supervisor.becomes(new ServerState.Stopped());

        assertThat(live.value().get()).isInstanceOf(Load.Loading.class);
    }

    @Test
    void a_problem_is_shown_and_goes_away_with_the_next_answer() {
        broken = true;
        live.onShow();
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        assertThat(live.value().get()).isInstanceOf(Load.Failed.class);

        broken = false;
        live.load();

        assertThat(live.now()).isEqualTo(Optional.of(1));
    }

    @Test
    void hidden_it_watches_nothing_and_shown_twice_it_watches_once() {
        live.onShow();
        live.onShow();
        assertThat(house.events.watchers()).isEqualTo(1);

        live.onHide();

        assertThat(house.events.watchers()).isZero();
        assertThat(house.supervisor.watchers()).isZero();
    }
}
