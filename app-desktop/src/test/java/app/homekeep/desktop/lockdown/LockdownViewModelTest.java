// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.lockdown;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.lockdown.Lockdown;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-03")
class LockdownViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final LockdownViewModel model =
            new LockdownViewModel(text, house.source, house.admin, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void locking_down_ends_everything_and_says_what_it_did() {
        model.lock();

        assertThat(model.locked().get()).isTrue();
        assertThat(now().sessions()).isEqualTo(4);
        assertThat(now().apiKeys()).isEqualTo(2);
        assertThat(now().by()).isEqualTo("maria");
        assertThat(house.api.sessions(Optional.empty()).items()).isEmpty();
        assertThat(notices.allDone()).containsExactly("The house is locked down");
        assertThat(model.certificate().get()).isPresent();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void a_lockdown_from_elsewhere_is_seen_at_once() {
        house.lockdown.lock();
        house.events.happen(AdminEvents.LOCKDOWN_CHANGED);

        assertThat(model.locked().get()).isTrue();
    }

    @Test
    void reopening_begins_a_new_list_for_the_next_time() {
        model.lock();
        model.ticked(Point.LOG).set(true);
        assertThat(model.open()).isEqualTo(3);

        model.reopen();

        assertThat(model.locked().get()).isFalse();
        assertThat(model.open()).isEqualTo(4);
    }

    @Test
    void a_lockdown_that_is_asked_for_again_keeps_what_was_ticked() {
        model.lock();
        model.ticked(Point.LOG).set(true);

        house.events.happen(AdminEvents.LOCKDOWN_CHANGED);

        assertThat(model.ticked(Point.LOG).get()).isTrue();
    }

    @Test
    void a_server_that_is_away_for_a_moment_does_not_unlock_the_house() {
        model.lock();

        house.supervisor.becomes(new ServerState.Starting());

        assertThat(model.locked().get()).isTrue();
    }

    @Test
    void the_certificate_to_compare_is_the_one_from_before_since_a_closed_door_shows_none() {
        house.certificate.failWith(new AdminProblem("conflict", "The LAN door is closed."));

        model.lock();

        assertThat(model.certificate().get()).isPresent();
    }

    @Test
    void a_refusal_is_told_and_the_house_stays_open() {
        house.lockdown.failWith(new AdminProblem("forbidden", "No."));

        model.lock();

        assertThat(notices.problems()).hasSize(1);
        assertThat(model.locked().get()).isFalse();
        assertThat(model.busy().get()).isFalse();
    }

    private Lockdown now() {
        if (model.lockdown().get() instanceof Load.Ready<Lockdown>(Lockdown here)) {
            return here;
        }
        throw new AssertionError("nothing known");
    }
}
