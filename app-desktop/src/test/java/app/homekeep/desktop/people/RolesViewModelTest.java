// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Permission;
import app.homekeep.model.role.RoleChange;
import app.homekeep.model.role.RoleInfo;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class RolesViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final RolesViewModel model =
            new RolesViewModel(text, house.source, house.roles, house.deeds(text, notices));
    private int closed;

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void a_tick_gives_and_takes_one_permission() {
        model.permit(role("viewer"), Permission.FILE_UPLOAD, true);
        assertThat(role("viewer").permissions())
                .containsExactlyInAnyOrder(Permission.FILE_READ, Permission.FILE_UPLOAD);

        model.permit(role("viewer"), Permission.FILE_READ, false);

        assertThat(role("viewer").permissions()).containsExactly(Permission.FILE_UPLOAD);
    }

    @Test
    void two_ticks_in_a_row_don_t_undo_each_other() {
        RoleInfo asDrawn = role("viewer");

        model.permit(asDrawn, Permission.FILE_UPLOAD, true);
        model.permit(asDrawn, Permission.FILE_ORGANIZE, true);

        assertThat(role("viewer").permissions()).contains(Permission.FILE_UPLOAD, Permission.FILE_ORGANIZE);
    }

    @Test
    @Tag("DC-04")
    void a_second_factor_is_required_of_a_role() {
        model.requireTotp(role("user"), true);
        model.approveDevices(role("user"), true);

        assertThat(role("user").requireTotp()).isTrue();
        assertThat(role("user").approveDevices()).isTrue();
        assertThat(notices.allDone()).contains("The role User is changed");
    }

    @Test
    void a_refused_tick_is_told_and_the_matrix_shows_what_holds() {
        house.roles.failWith(new AdminProblem("forbidden", "No."));
        model.permit(role("viewer"), Permission.USER_MANAGE, true);
        assertThat(notices.problems()).hasSize(1);

        house.roles.recover();
        model.load();

        assertThat(role("viewer").permissions()).containsExactly(Permission.FILE_READ);
    }

    @Test
    void a_role_is_made_renamed_and_deleted() {
        var fresh = model.naming(Optional.empty());
        fresh.name.value.set("Neighbours");
        model.send(fresh, () -> closed++);
        RoleInfo made = house.roles.roles().getLast();
        assertThat(made.name()).isEqualTo("Neighbours");
        assertThat(made.permissions()).containsExactly(Permission.FILE_READ);

        var anew = model.naming(Optional.of(made));
        assertThat(anew.name.value.get()).isEqualTo("Neighbours");
        anew.name.value.set("Friends");
        model.send(anew, () -> closed++);
        assertThat(role(made.id()).name()).isEqualTo("Friends");

        model.delete(role(made.id()));
        assertThat(house.roles.roles()).noneMatch(role -> role.id().equals(made.id()));
        assertThat(closed).isEqualTo(2);
    }

    @Test
    void a_role_needs_a_name() {
        var fresh = model.naming(Optional.empty());
        model.send(fresh, () -> closed++);
        assertThat(fresh.name.problem.get()).isNotEmpty();

        fresh.name.value.set("x".repeat(65));
        model.send(fresh, () -> closed++);

        assertThat(fresh.name.problem.get()).contains("64");
        assertThat(closed).isZero();
    }

    @Test
    void a_change_made_elsewhere_is_seen_at_once() {
        house.roles.change("viewer", new RoleChange(null, null, true, null));

        house.events.happen(AdminEvents.ROLES_CHANGED);

        assertThat(model.roles().get().toString()).contains("viewer");
        assertThat(role("viewer").requireTotp()).isTrue();
    }

    private RoleInfo role(String id) {
        return house.roles.role(id);
    }
}
