// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.ResetCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class RequestsViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final RequestsViewModel model =
            new RequestsViewModel(text, house.source, house.admin, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void all_that_waits_is_counted_as_it_comes() {
        assertThat(model.count().get()).isEqualTo(3);

        house.requests.forget("f2", "u2", "anna");
        house.events.happen(AdminEvents.REQUESTS_CHANGED);

        assertThat(model.count().get()).isEqualTo(4);
    }

    @Test
    void a_registration_is_allowed_with_a_role() {
        model.accept(house.requests.registrations().getFirst(), "viewer");

        assertThat(house.requests.accepted()).containsExactly("r1 viewer");
        assertThat(model.count().get()).isEqualTo(2);
        assertThat(notices.allDone()).containsExactly("Lena has an account");
    }

    @Test
    void a_registration_is_declined() {
        model.decline(house.requests.registrations().getFirst());

        assertThat(house.requests.accepted()).isEmpty();
        assertThat(house.requests.registrations()).hasSize(1);
    }

    @Test
    void somebody_who_forgot_gets_a_code_for_their_own_account() {
        List<ResetCode> shown = new ArrayList<>();

        model.giveCode(house.requests.forgotten().getFirst(), shown::add);

        assertThat(shown)
                .singleElement()
                .satisfies(code -> assertThat(code.username()).isEqualTo("ben"));
    }

    @Test
    void a_request_is_dismissed() {
        model.dismiss(house.requests.forgotten().getFirst());

        assertThat(house.requests.forgotten()).isEmpty();
    }

    @Test
    void one_that_somebody_else_has_answered_is_told_and_taken_off_the_list() {
        var first = house.requests.registrations().getFirst();
        house.requests.decline(first.id());

        model.accept(first, "user");

        assertThat(notices.problems()).hasSize(1);
        assertThat(model.count().get()).isEqualTo(2);
    }

    @Test
    void nothing_waits_where_nothing_is_known() {
        house.requests.failWith(new AdminProblem("unreachable", "No answer."));
        model.load();
        assertThat(model.count().get()).isZero();

        house.requests.recover();
        house.supervisor.becomes(new ServerState.Stopped());

        assertThat(model.count().get()).isZero();
    }
}
