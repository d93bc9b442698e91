// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.device.Approval;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-03")
class ApprovalsViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final ApprovalsViewModel model = new ApprovalsViewModel(
            text, house.source, house.approvals, house.deeds(text, notices), house.ticker, house.clock);

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void a_device_that_wants_in_is_asked_about_with_its_number() {
        Approval iphone = wants("Anna’s iPhone");

        assertThat(model.waiting().get()).containsExactly(iphone);
        assertThat(model.question(iphone)).isEqualTo("Anna’s iPhone wants in: 47. Allow?");
    }

    @Test
    void a_device_without_a_name_is_said_to_be_somebodys() {
        assertThat(model.question(wants("iPhone"))).isEqualTo("Anna’s iPhone wants in: 47. Allow?");
    }

    @Test
    void the_answer_reaches_the_server_and_the_question_goes() {
        model.allow(wants("iPhone"));
        model.deny(wants("iPad"));

        assertThat(house.approvals.answers()).containsExactly("allow a1", "deny a2");
        assertThat(model.waiting().get()).isEmpty();
        assertThat(notices.allDone()).containsExactly("Anna’s iPhone is let in", "Anna’s iPad is turned away");
    }

    @Test
    void seconds_are_counted_down_only_while_somebody_waits() {
        assertThat(house.ticker.running()).isZero();

        Approval iphone = wants("iPhone");
        assertThat(model.left(iphone)).isEqualTo(120);
        assertThat(house.ticker.running()).isEqualTo(1);

        house.clock.pass(Duration.ofSeconds(50));
        house.ticker.tick();
        assertThat(model.left(iphone)).isEqualTo(70);

        house.clock.pass(Duration.ofSeconds(70));
        house.ticker.tick();
        assertThat(model.waiting().get()).isEmpty();
        assertThat(house.ticker.running()).isZero();
    }

    @Test
    void one_that_was_answered_elsewhere_goes_with_the_event() {
        Approval iphone = wants("iPhone");
        house.approvals.allow(iphone.id());

        house.events.happen(AdminEvents.APPROVALS_CHANGED);

        assertThat(model.waiting().get()).isEmpty();
        assertThat(notices.allDone()).isEmpty();
    }

    @Test
    void an_answer_that_comes_too_late_is_told() {
        Approval iphone = wants("iPhone");
        house.approvals.deny(iphone.id());

        model.allow(iphone);

        assertThat(notices.problems()).hasSize(1);
        assertThat(model.waiting().get()).isEmpty();
    }

    @Test
    void a_question_whose_answer_did_not_arrive_is_asked_again() {
        Approval iphone = wants("iPhone");
        house.approvals.failWith(new AdminProblem("unreachable", "No answer."));
        model.allow(iphone);
        assertThat(notices.problems()).hasSize(1);

        house.approvals.recover();
        house.events.happen(AdminEvents.APPROVALS_CHANGED);

        assertThat(model.waiting().get()).containsExactly(iphone);
    }

    @Test
    void a_server_that_stops_asks_nothing() {
        wants("iPhone");

        house.supervisor.becomes(new ServerState.Stopped());

        assertThat(model.waiting().get()).isEmpty();
        assertThat(house.ticker.running()).isZero();
    }

    @Test
    void a_window_that_nobody_sees_costs_nothing() {
        wants("iPhone");

        model.onHide();

        assertThat(house.events.watchers()).isZero();
        assertThat(house.ticker.running()).isZero();
    }

    @Test
    void a_window_that_is_seen_again_counts_on() {
        wants("iPhone");
        model.onHide();

        model.onShow();

        assertThat(model.waiting().get()).hasSize(1);
        assertThat(house.ticker.running()).isEqualTo(1);
    }

    private Approval wants(String device) {
        Approval approval = house.approvals.wants("anna", "Anna", device, "47");
        house.events.happen(AdminEvents.APPROVALS_CHANGED);
        return approval;
    }
}
