// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.server.FirstRunPlan;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.desktop.welcome.WelcomeViewModel.Phase;
import app.homekeep.desktop.welcome.WelcomeViewModel.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-01")
class WelcomeViewModelTest {
    private static final String PASSWORD = "violet anchor tundra spoon";

    @TempDir
    Path folder;

    private final House house = new House();
    private WelcomeViewModel model = model(Path.of("/nowhere"));

    @BeforeEach
    void suggest() {
        model = model(folder.resolve("Homekeep"));
    }

    @Test
    void four_answers_make_the_server_start_it_and_end_on_its_addresses() {
        answerAll();

        assertThat(house.firstRun.made())
                .contains(new FirstRunPlan("Our home", "maria", PASSWORD, folder.resolve("Homekeep"), true));
        assertThat(house.supervisor.commands()).containsExactly("start");
        assertThat(model.password.get()).isEmpty();

        house.supervisor.becomes(new ServerState.Starting());
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        assertThat(model.phase().get()).isInstanceOf(Phase.Done.class);
    }

    @Test
    void a_missing_answer_holds_the_step_and_is_said_under_its_field() {
        model.serverName.set(" ");

        model.next();

        assertThat(model.phase().get()).isEqualTo(new Phase.Asking(Step.SERVER));
        assertThat(model.serverNameProblem.get()).isEqualTo("Give the server a name.");

        model.serverName.set("Home");
        assertThat(model.serverNameProblem.get()).isEmpty();
    }

    @Test
    void a_name_that_can_not_sign_in_and_a_short_password_are_both_said() {
        model.next();
        model.ownerName.set("maria lena");
        model.password.set("short");

        model.next();

        assertThat(model.ownerNameProblem.get()).startsWith("Use letters");
        assertThat(model.passwordProblem.get()).isEqualTo("This is too short: at least 12 characters.");
    }

    @Test
    void a_password_that_is_easy_to_guess_is_refused() {
        model.next();
        model.ownerName.set("maria");
        model.password.set("mariamaria1234");

        model.next();

        assertThat(model.passwordProblem.get()).isEqualTo("This is easy to guess. Add another word or two.");
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        toFolder();
        Path file = Files.createFile(folder.resolve("file"));
        model.folder.set(file.toString());

        model.next();

        assertThat(model.folderProblem.get()).isEqualTo("There is a file of that name. Choose a folder.");
    }

    @Test
    void back_leads_to_the_question_before_with_its_answer() {
        toFolder();

        model.back();

        assertThat(model.phase().get()).isEqualTo(new Phase.Asking(Step.OWNER));
        assertThat(model.ownerName.get()).isEqualTo("maria");
    }

    @Test
    void a_refusal_keeps_the_answers_and_can_be_mended() {
        house.firstRun.refuseWith(new AdminProblem("no_space", "There is no room."));
        answerAll();
        assertThat(model.phase().get()).isInstanceOf(Phase.Refused.class);
        assertThat(house.supervisor.commands()).isEmpty();

        house.firstRun.refuseNothing();
        model.back();
        for (Step ignored : Step.values()) {
            model.next();
        }

        assertThat(house.firstRun.made()).isPresent();
    }

    @Test
    void a_taken_port_is_answered_with_another_one() {
        answerAll();
        house.supervisor.becomes(new ServerState.Crashed(1, "Taken.", "port_taken:lan:28443", List.of(), false));
        assertThat(model.phase().get())
                .isInstanceOfSatisfying(
                        Phase.Trouble.class,
                        trouble -> assertThat(trouble.otherPort()).isPresent());

        model.useOtherPort();

        assertThat(house.preferences.get("port.lan")).isPresent();
        assertThat(house.supervisor.commands()).containsExactly("start", "start");
    }

    private void answerAll() {
        toFolder();
        model.next();
        model.next();
    }

    private void toFolder() {
        model.next();
        model.ownerName.set("maria");
        model.password.set(PASSWORD);
        model.next();
    }

    private WelcomeViewModel model(Path suggested) {
        return new WelcomeViewModel(
                new Text(Language.ENGLISH),
                house.firstRun,
                house.supervisor,
                house.api,
                house.background,
                house.ports,
                suggested);
    }
}
