// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.pairing.Pairing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LF-12")
@Tag("DC-06")
class PairingViewModelTest {
    private final House house = new House();
    private final Text text = new Text(Language.ENGLISH);
    private final PairingViewModel model = new PairingViewModel(
            text,
            new Formats(text, house.clock),
            house.source,
            house.pairings,
            house.doctor,
            house.ticker,
            house.clock);

    @BeforeEach
    void begin() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.begin();
    }

    @Test
    void a_code_waits_for_a_device() {
        assertThat(phase()).isEqualTo(Phase.WAITING);
        assertThat(now().url()).contains("/trust#");
        assertThat(model.left(now())).isEqualTo(Duration.ofMinutes(10));
        assertThat(house.doctor.asked()).isZero();
    }

    @Test
    void each_step_is_ticked_as_it_happens() {
        happens(() -> house.pairings.arrives("Anna’s iPhone"));
        assertThat(done()).containsExactly(Step.PAGE);
        assertThat(model.device(now())).isEqualTo("Anna’s iPhone");

        happens(house.pairings::fetches);
        assertThat(done()).containsExactly(Step.PAGE, Step.CERTIFICATE);

        happens(() -> house.pairings.comesIn("trusted", true));
        assertThat(done()).containsExactly(Step.values());
        assertThat(phase()).isEqualTo(Phase.IN);
    }

    @Test
    void a_device_that_came_in_after_a_warning_is_in() {
        happens(() -> house.pairings.arrives("Anna’s iPhone"));
        happens(() -> house.pairings.comesIn("warned", false));

        assertThat(phase()).isEqualTo(Phase.IN);
        assertThat(Trust.of(now())).isEqualTo(Trust.WARNED);
        assertThat(done()).containsExactly(Step.PAGE, Step.ADDRESS, Step.TRUST);
    }

    @Test
    void after_twenty_seconds_the_doctor_is_asked_once() {
        pass(Duration.ofSeconds(19));
        assertThat(phase()).isEqualTo(Phase.WAITING);

        pass(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(5));

        assertThat(phase()).isEqualTo(Phase.LATE);
        assertThat(house.doctor.asked()).isEqualTo(1);
        assertThat(model.reasons().getFirst()).startsWith("192.168.1.20:8081 does not answer");
        assertThat(model.reasons().get(1)).contains("ufw").contains("8443/tcp 8081/tcp");
        assertThat(model.reasons()).hasSize(4);
        assertThat(model.reasons().getLast()).contains("VPN");
    }

    @Test
    void what_is_fine_or_of_no_matter_on_the_way_is_no_reason() {
        house.doctor.alsoFinds(Diagnosis.DISK_LOW.of(DoctorPart.DISK, "0.2 GiB"));
        house.doctor.alsoFinds(Diagnosis.DOOR_CLOSED_NOT_HOME.of(DoctorPart.LAN_DOOR));

        pass(PairingViewModel.PATIENCE);

        assertThat(model.reasons()).noneMatch(reason -> reason.contains("GiB") || reason.contains("not home"));
    }

    @Test
    void a_change_of_the_network_is_looked_at_again() {
        pass(PairingViewModel.PATIENCE);
        house.events.happen(AdminEvents.NETWORK_CHANGED);

        assertThat(house.doctor.asked()).isEqualTo(2);
    }

    @Test
    void without_a_doctor_the_usual_reasons_are_said() {
        house.doctor.failWith(new AdminProblem("not_found", "No doctor."));

        pass(PairingViewModel.PATIENCE);

        assertThat(model.reasons()).hasSize(2);
    }

    @Test
    void a_device_that_stays_on_the_page_is_helped_on() {
        happens(() -> house.pairings.arrives("Anna’s iPhone"));
        assertThat(phase()).isEqualTo(Phase.ARRIVED);

        pass(PairingViewModel.READING);

        assertThat(phase()).isEqualTo(Phase.STUCK);
    }

    @Test
    void a_code_whose_time_is_over_gives_way_to_a_new_one() {
        String first = now().id();
        pass(Duration.ofMinutes(10));
        assertThat(phase()).isEqualTo(Phase.OVER);
        assertThat(model.left(now())).isZero();

        model.begin();

        assertThat(phase()).isEqualTo(Phase.WAITING);
        assertThat(now().id()).isNotEqualTo(first);
        assertThat(house.ticker.running()).isEqualTo(1);
    }

    @Test
    void a_code_that_nobody_came_in_with_is_void_once_the_dialog_is_closed() {
        model.end();

        assertThat(house.pairings.ended()).containsExactly("p1");
        assertThat(house.ticker.running()).isZero();
        assertThat(house.events.watchers()).isZero();
    }

    @Test
    void a_device_that_is_in_stays_in() {
        happens(() -> house.pairings.arrives("Anna’s iPhone"));
        happens(() -> house.pairings.comesIn("trusted", true));

        model.end();

        assertThat(house.pairings.ended()).isEmpty();
    }

    @Test
    void one_missed_answer_leaves_what_is_shown() {
        house.pairings.failWith(new AdminProblem("unreachable", "No answer."));
        house.events.happen(AdminEvents.PAIRINGS_CHANGED);

        assertThat(phase()).isEqualTo(Phase.WAITING);
    }

    @Test
    void a_server_that_makes_no_code_says_why() {
        model.end();
        house.pairings.failWith(new AdminProblem("conflict", "Too many."));

        model.begin();

        assertThat(model.pairing().get()).isInstanceOf(Load.Failed.class);
    }

    private Pairing now() {
        if (model.pairing().get() instanceof Load.Ready<Pairing>(Pairing here)) {
            return here;
        }
        throw new AssertionError("no pairing");
    }

    private Phase phase() {
        return model.phase(now());
    }

    private List<Step> done() {
        return Arrays.stream(Step.values()).filter(step -> step.done(now())).toList();
    }

    private void happens(Runnable step) {
        step.run();
        house.events.happen(AdminEvents.PAIRINGS_CHANGED);
    }

    private void pass(Duration time) {
        house.clock.pass(time);
        house.ticker.tick();
    }
}
