// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.server.FirstRunPlan;
import app.homekeep.desktop.server.ServerState.Crashed;
import app.homekeep.desktop.server.ServerState.Running;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From an empty folder to a server that a browser can use.
@Tag("DC-01")
class FirstRunTest {
    @TempDir
    private Path folder;

    private Household household;
    private Panel panel;

    @BeforeEach
    void moveIn() {
        household = new Household(folder);
        panel = household.panel();
    }

    @AfterEach
    void moveOut() {
        household.close();
    }

    @Test
    void four_answers_and_a_start_later_the_owner_signs_in() throws IOException, InterruptedException {
        assertThat(panel.firstRun().initialised()).isFalse();
        panel.firstRun().create(household.plan());
        assertThat(panel.firstRun().initialised()).isTrue();

        panel.supervisor().start();
        Running running = panel.await(Running.class);

        assertThat(running.attached()).isFalse();
        assertThat(running.info().lan()).startsWith("https://homekeep-");
        assertThat(panel.api().status()).satisfies(status -> {
            assertThat(status.name()).isEqualTo("Our Home");
            assertThat(status.owner()).isEqualTo(Household.OWNER);
            assertThat(status.addresses()).isNotEmpty();
        });
        assertThat(new Visitor(running.info().local()).signIn(Household.OWNER, Household.PASSWORD))
                .isEqualTo(200);
    }

    @Test
    void for_this_computer_only_no_other_door_opens() {
        var plan = new FirstRunPlan("Home", Household.OWNER, Household.PASSWORD, folder.resolve("files"), false);
        panel.firstRun().create(plan);

        panel.supervisor().start();

        assertThat(panel.await(Running.class).info()).satisfies(info -> {
            assertThat(info.lan()).isNull();
            assertThat(info.welcome()).isNull();
        });
    }

    @Test
    void a_password_that_everybody_has_is_refused_and_nothing_is_made() {
        var plan = new FirstRunPlan("Home", Household.OWNER, "password1234", folder.resolve("files"), true);

        AdminProblem problem =
                catchThrowableOfType(AdminProblem.class, () -> panel.firstRun().create(plan));

        assertThat(problem.sentence()).endsWith(".").doesNotContain("password1234", "Exception");
        assertThat(panel.firstRun().initialised()).isFalse();
        assertThat(household.panel().ports().chosen("local")).as("what the panel keeps").hasValue(0);
        assertThat(household.data().resolve("panel.properties")).exists();
    }

    @Test
    void a_second_first_run_is_refused() {
        panel.firstRun().create(household.plan());

        AdminProblem problem =
                catchThrowableOfType(AdminProblem.class, () -> panel.firstRun().create(household.plan()));

        assertThat(problem.code()).isNotEqualTo("init_failed");
    }

    @Test
    void a_start_before_the_first_run_says_so() {
        panel.supervisor().start();

        assertThat(panel.await(Crashed.class)).satisfies(crashed -> {
            assertThat(crashed.code()).isEqualTo("not_initialised");
            assertThat(crashed.retrying()).isFalse();
        });
        assertThat(panel.firstRun().initialised()).isFalse();
    }
}
