// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.PeopleFixture;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.secondfactor.TotpEnrolment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-04")
class TotpViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final List<String> kept = new ArrayList<>();
    private final TotpViewModel model = new TotpViewModel(
            new Text(Language.ENGLISH), house.people, house.background, notices, house.people.user("ben"));

    @TempDir
    private Path folder;

    @Test
    void the_right_code_turns_it_on_and_gives_recovery_codes() {
        List<TotpEnrolment> shown = new ArrayList<>();
        model.begin(shown::add);
        model.code.value.set("123 456");

        model.confirm(kept::addAll);

        assertThat(shown)
                .singleElement()
                .satisfies(enrolment -> assertThat(enrolment.otpauthUri()).contains("ben"));
        assertThat(kept).hasSize(10);
        assertThat(house.people.user("ben").totp()).isTrue();
    }

    @Test
    void a_wrong_code_changes_nothing_and_can_be_tried_again() {
        model.code.value.set("000000");
        model.confirm(kept::addAll);
        assertThat(model.state.refusal().get()).isNotEmpty();
        assertThat(house.people.user("ben").totp()).isFalse();

        model.code.value.set(PeopleFixture.RIGHT_CODE);
        model.confirm(kept::addAll);

        assertThat(kept).hasSize(10);
    }

    @Test
    void what_can_be_no_code_is_not_sent() {
        model.code.value.set("12345");

        model.confirm(kept::addAll);

        assertThat(model.code.problem.get()).contains("six digits");
        assertThat(model.state.refusal().get()).isEmpty();
    }

    @Test
    void the_codes_are_written_to_a_file_that_only_the_owner_can_read() throws IOException {
        Path target = Files.writeString(folder.resolve("codes.txt"), "old");

        model.save(List.of("AAAA-1111", "BBBB-2222"), target);

        assertThat(Files.readAllLines(target))
                .contains("AAAA-1111", "BBBB-2222")
                .anyMatch(line -> line.contains("Ben"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        assertThat(notices.allDone()).hasSize(1);
        assertThat(folder.toFile().list()).containsExactly("codes.txt");
    }

    @Test
    void a_place_that_can_not_be_written_to_is_said_to_be_so() {
        model.save(List.of("AAAA-1111"), folder.resolve("missing").resolve("codes.txt"));

        assertThat(notices.problems())
                .singleElement()
                .satisfies(words -> assertThat(words).doesNotContain("AAAA"));
    }

    @Test
    void the_secret_is_grouped_for_those_who_type_it() {
        assertThat(TotpViewModel.grouped("JBSWY3DPEHPK3PXP")).isEqualTo("JBSW Y3DP EHPK 3PXP");
        assertThat(TotpViewModel.grouped("ABCDE")).isEqualTo("ABCD E");
    }
}
