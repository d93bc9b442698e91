// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.kit.FindingWords;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DoctorViewModelTest {
    private final House house = new House();
    private final DoctorViewModel model = new DoctorViewModel(house.source, house.doctor, words(Language.GERMAN));

    @Test
    void it_looks_when_it_is_seen_and_when_it_is_asked_to() {
        show();
        assertThat(house.doctor.asked()).isEqualTo(1);

        model.look();

        assertThat(house.doctor.asked()).isEqualTo(2);
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void a_doctor_who_fails_says_so_until_the_next_look() {
        show();
        house.doctor.failWith(new AdminProblem("unreachable", "No answer."));
        model.look();
        assertThat(model.findings().get()).isInstanceOf(Load.Failed.class);

        house.doctor.recover();
        model.look();

        assertThat(model.findings().get()).isInstanceOf(Load.Ready.class);
    }

    @Test
    void everything_is_copied_in_the_owners_language() {
        show();

        assertThat(model.all().lines())
                .hasSize(9)
                .contains("Netz: Gut. 192.168.1.0/24 ist Ihr Zuhause.")
                .contains("Uhr: Gut. Es ist 14:05.");
    }

    @Test
    void every_code_of_this_version_has_its_sentence_in_both_languages_with_all_its_values() {
        for (Language language : Language.values()) {
            FindingWords words = words(language);
            for (Diagnosis diagnosis : Diagnosis.values()) {
                Object[] values = IntStream.range(0, diagnosis.places())
                        .mapToObj(i -> "<" + i + ">")
                        .toArray();
                Finding finding = diagnosis.of(DoctorPart.SERVER, values);
                String sentence = words.sentence(finding);
                assertThat(values).allMatch(value -> sentence.contains(value.toString()));
                assertThat(sentence.equals(finding.sentence().replace("'", "’")))
                        .as(diagnosis.code())
                        .isEqualTo(language == Language.ENGLISH);
            }
        }
    }

    @Test
    void every_part_and_state_has_a_name() {
        FindingWords words = words(Language.GERMAN);
        for (DoctorPart part : DoctorPart.values()) {
            assertThat(words.part(Diagnosis.DATABASE_FINE.of(part))).isNotEqualTo(part.wire());
        }
    }

    @Test
    void a_code_of_a_newer_server_is_said_in_its_words() {
        var finding =
                new Finding("cat", Finding.State.HINT, "cat_hungry", List.of("Mimi"), "Mimi is {hungry}: feed her.");

        assertThat(words(Language.GERMAN).sentence(finding)).isEqualTo("Mimi is {hungry}: feed her.");
        assertThat(words(Language.GERMAN).part(finding)).isEqualTo("cat");
    }

    private FindingWords words(Language language) {
        var text = new Text(language);
        return new FindingWords(text, new Formats(text, house.clock));
    }

    private void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }
}
