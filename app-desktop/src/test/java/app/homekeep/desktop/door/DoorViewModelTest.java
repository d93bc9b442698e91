// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.door;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.KnownNetwork.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-06")
class DoorViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final DoorViewModel model = new DoorViewModel(text, house.source, house.admin, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void at_home_nothing_is_asked() {
        assertThat(model.closed()).isEmpty();
        assertThat(model.unknown()).isEmpty();
    }

    @Test
    void a_network_that_nobody_knows_is_asked_about_as_soon_as_the_computer_is_on_it() {
        moved();

        assertThat(model.closed()).contains(Closed.NOT_HOME);
        assertThat(model.unknown()).get().extracting(model::named).isEqualTo("router 172.20.10.1");
    }

    @Test
    void home_opens_the_door() {
        moved();

        model.answer(model.unknown().orElseThrow(), true);

        assertThat(model.closed()).isEmpty();
        assertThat(notices.allDone()).containsExactly("The network (router 172.20.10.1) is home");
    }

    @Test
    void not_home_is_not_asked_again_but_can_be_taken_back() {
        moved();

        model.answer(model.unknown().orElseThrow(), false);

        assertThat(model.unknown()).isEmpty();
        assertThat(model.closed()).contains(Closed.NOT_HOME);
        assertThat(model.inTheWay()).get().extracting(KnownNetwork::standing).isEqualTo(Standing.AWAY);
    }

    @Test
    void nobody_is_asked_about_a_network_while_the_door_is_closed_for_another_reason() {
        house.networks.moveTo("172.20.10.1", "172.20.10.0/28");
        close("lockdown");

        assertThat(model.unknown()).isEmpty();
        assertThat(model.inTheWay()).isEmpty();
    }

    @Test
    void a_door_that_the_owner_closed_is_opened_again() {
        close("setting");
        assertThat(model.closed()).contains(Closed.SETTING);

        model.open();

        assertThat(model.closed()).isEmpty();
        assertThat(house.settings.get("lan_door_open")).isEqualTo(true);
    }

    @Test
    void a_door_whose_port_was_taken_is_tried_again() {
        close("port_taken");

        model.retry();

        assertThat(house.networks.restarts()).isEqualTo(1);
        assertThat(model.closed()).isEmpty();
    }

    @Test
    void a_reason_of_a_newer_server_is_a_reason() {
        close("full_moon");

        assertThat(model.closed()).contains(Closed.OTHER);
    }

    @Test
    void a_network_without_a_router_is_called_by_its_addresses() {
        house.networks.moveTo("", "fd00:1::/64");
        house.events.happen(AdminEvents.NETWORK_CHANGED);

        assertThat(model.unknown()).get().extracting(model::named).isEqualTo("addresses fd00:1::/64");
    }

    @Test
    void a_refusal_is_told_and_changes_nothing() {
        moved();
        house.networks.failWith(new AdminProblem("forbidden", "No."));

        model.answer(model.unknown().orElseThrow(), true);

        assertThat(notices.problems()).hasSize(1);
        assertThat(notices.allDone()).isEmpty();
    }

    @Test
    void a_hidden_window_asks_nothing() {
        model.onHide();

        assertThat(house.events.watchers()).isZero();
        assertThat(house.supervisor.watchers()).isZero();
    }

    private void moved() {
        house.networks.moveTo("172.20.10.1", "172.20.10.0/28");
        house.events.happen(AdminEvents.NETWORK_CHANGED);
    }

    private void close(String because) {
        house.api.closeDoor(because);
        house.events.happen(AdminEvents.NETWORK_CHANGED);
    }
}
