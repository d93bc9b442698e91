// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

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
import app.homekeep.model.session.SessionInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-03")
class SessionsViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final SessionsViewModel model =
            new SessionsViewModel(text, house.source, house.api, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void sessions_stand_under_the_names_of_their_holders() {
        assertThat(rows())
                .filteredOn(SessionRow.Person.class::isInstance)
                .containsExactly(
                        new SessionRow.Person("anna", 2),
                        new SessionRow.Person("ben", 1),
                        new SessionRow.Person("maria", 1));
        assertThat(model.count()).isEqualTo(4);
    }

    @Test
    void a_browser_that_signs_in_appears_with_the_event() {
        house.api.signedIn("ida", "Phone", "Chrome", "192.168.1.9", house.clock.instant(), house.clock.instant());

        house.events.happen(AdminEvents.SESSIONS_CHANGED);

        assertThat(model.count()).isEqualTo(5);
    }

    @Test
    void signing_out_one_ends_that_one_only() {
        SessionInfo first = house.api.sessions(Optional.empty()).items().getFirst();

        model.signOut(first);

        assertThat(house.api.sessions(Optional.empty()).items())
                .doesNotContain(first)
                .hasSize(3);
        assertThat(model.count()).isEqualTo(3);
        assertThat(notices.allDone()).containsExactly("Anna’s Pixel 8 is signed out");
    }

    @Test
    void signing_out_all_of_a_user_leaves_the_others() {
        model.signOutAllOf("anna");

        assertThat(rows())
                .filteredOn(SessionRow.Person.class::isInstance)
                .containsExactly(new SessionRow.Person("ben", 1), new SessionRow.Person("maria", 1));
    }

    @Test
    void signing_out_everybody_empties_the_list() {
        model.signOutEverybody();

        assertThat(rows()).isEmpty();
        assertThat(notices.allDone()).containsExactly("Everybody is signed out");
    }

    @Test
    void a_button_names_the_device_and_its_holder_once() {
        SessionInfo own = house.api.sessions(Optional.empty()).items().getFirst();
        SessionInfo plain = house.api.sessions(Optional.empty()).items().get(2);

        assertThat(model.signOutWords(own)).isEqualTo("Sign out Anna’s Pixel 8");
        assertThat(model.signOutWords(plain)).isEqualTo("Sign out ben’s iPad");
    }

    @Test
    void a_refusal_is_told_in_a_sentence_and_the_list_is_asked_for_again() {
        SessionInfo first = house.api.sessions(Optional.empty()).items().getFirst();
        house.api.revokeSession(first.id());

        model.signOut(first);

        assertThat(notices.problems()).containsExactly("There is no such session.");
        assertThat(model.count()).isEqualTo(3);
    }

    @Test
    void a_failure_is_shown_and_can_be_tried_again() {
        house.api.failWith(new AdminProblem("unreachable", "No answer."));
        model.load();
        assertThat(model.rows().get()).isInstanceOf(Load.Failed.class);

        house.api.recover();
        model.load();

        assertThat(model.count()).isEqualTo(4);
    }

    @Test
    void a_server_that_stops_takes_its_sessions_off_the_screen() {
        house.supervisor.becomes(new ServerState.Stopped());

        assertThat(model.serverUp().get()).isFalse();
        assertThat(model.rows().get()).isInstanceOf(Load.Loading.class);
    }

    @Test
    void every_page_of_a_long_list_is_read() {
        for (int i = 0; i < 450; i++) {
            house.api.signedIn(
                    "user" + i,
                    "Phone",
                    "Chrome",
                    "192.168.1.9",
                    house.clock.instant(),
                    house.clock.instant().minus(Duration.ofMinutes(i)));
        }

        model.load();

        assertThat(model.count()).isEqualTo(454);
    }

    @Test
    void a_hidden_screen_watches_nothing() {
        model.onHide();

        assertThat(house.events.watchers()).isZero();
        assertThat(house.supervisor.watchers()).isZero();
    }

    private List<SessionRow> rows() {
        return model.rows().get() instanceof Load.Ready<List<SessionRow>>(List<SessionRow> rows) ? rows : List.of();
    }
}
