// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.spaces;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.kit.SpaceLevel;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Permission;
import app.homekeep.model.account.User;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.SpaceChange;
import app.homekeep.model.space.SpaceMember;
import app.homekeep.model.space.SpaceRights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LF-09")
class SpacesViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final SpacesViewModel model =
            new SpacesViewModel(text, house.source, house.admin, house.deeds(text, notices));
    private final List<ManagedSpace> made = new ArrayList<>();

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void a_tick_gives_and_takes_one_right() {
        model.permit(space("s1"), "ben", Permission.FILE_ORGANIZE, true);
        assertThat(rights("s1", "ben"))
                .containsExactlyInAnyOrder(Permission.FILE_READ, Permission.FILE_UPLOAD, Permission.FILE_ORGANIZE);

        model.permit(space("s1"), "ben", Permission.FILE_UPLOAD, false);

        assertThat(rights("s1", "ben")).containsExactlyInAnyOrder(Permission.FILE_READ, Permission.FILE_ORGANIZE);
        assertThat(rights("s1", "anna")).isEqualTo(SpaceRights.ALL);
        assertThat(notices.allDone()).contains("Family photos is changed");
    }

    @Test
    void two_ticks_in_a_row_don_t_undo_each_other() {
        ManagedSpace asDrawn = space("s1");

        model.permit(asDrawn, "oma", Permission.FILE_UPLOAD, true);
        model.permit(asDrawn, "oma", Permission.FILE_ORGANIZE, true);

        assertThat(rights("s1", "oma")).contains(Permission.FILE_UPLOAD, Permission.FILE_ORGANIZE);
    }

    @Test
    void somebody_is_let_in_to_look_and_put_out_again() {
        assertThat(model.others(space("s1")))
                .extracting(User::username)
                .contains("tom")
                .doesNotContain("anna", "ben");

        model.admit(space("s1"), "tom");
        assertThat(rights("s1", "tom")).isEqualTo(SpaceRights.LOOK);

        model.dismiss(space("s1"), "tom");
        assertThat(space("s1").members()).extracting(SpaceMember::user).containsExactly("anna", "ben", "oma");
    }

    @Test
    void a_refused_tick_is_told_and_what_holds_is_shown() {
        house.spaces.refuseChanges();

        model.permit(space("s1"), "ben", Permission.FILE_ORGANIZE, true);

        assertThat(notices.problems()).hasSize(1);
        assertThat(rights("s1", "ben")).isEqualTo(SpaceRights.ADD);
    }

    @Test
    void a_space_is_taken_off() {
        model.remove(space("s2"));

        assertThat(house.spaces.shared()).extracting(ManagedSpace::id).containsExactly("s1", "s3");
        assertThat(notices.allDone()).contains("Films is no longer served. Its files are where they were");
    }

    @Test
    void a_change_made_elsewhere_is_seen_at_once() {
        house.spaces.change("s1", new SpaceChange("Photos", null, null));

        house.events.happen(AdminEvents.SPACES_CHANGED);

        assertThat(model.seen().get().toString()).contains("Photos");
    }

    @Test
    void a_folder_that_is_picked_names_the_space_unless_it_has_a_name() {
        NewSpaceViewModel fresh = fresh();
        fresh.picked(Path.of("/home/maria/Music"));
        assertThat(fresh.name.value.get()).isEqualTo("Music");

        fresh.picked(Path.of("/home/maria/Songs"));

        assertThat(fresh.folder.value.get())
                .isEqualTo(Path.of("/home/maria/Songs").toString());
        assertThat(fresh.name.value.get()).isEqualTo("Music");
    }

    @Test
    void a_new_space_has_the_members_that_were_chosen_and_the_owner() {
        NewSpaceViewModel fresh = fresh();
        fresh.picked(Path.of("/home/maria/Music"));
        fresh.levels.forEach((user, level) -> {
            if (user.username().equals("ben")) {
                level.set(SpaceLevel.LOOK);
            }
        });

        fresh.send(made::add);

        assertThat(made).singleElement().satisfies(space -> {
            assertThat(space.name()).isEqualTo("Music");
            assertThat(space.members())
                    .containsExactlyInAnyOrder(
                            new SpaceMember("maria", SpaceRights.ALL), new SpaceMember("ben", SpaceRights.LOOK));
        });
    }

    @Test
    void what_is_missing_or_refused_is_said_in_the_form() {
        NewSpaceViewModel fresh = fresh();
        fresh.send(made::add);
        assertThat(fresh.name.problem.get()).isNotEmpty();
        assertThat(fresh.folder.problem.get()).isNotEmpty();

        fresh.name.value.set("Everything");
        fresh.folder.value.set("/");
        fresh.send(made::add);

        assertThat(fresh.state.refusal().get()).isEqualTo("This is a whole disk. Choose a folder on it.");
        assertThat(made).isEmpty();
    }

    @Test
    void a_space_gets_another_name() {
        var name = new SpaceName(text, house.spaces, house.background, space("s1"));
        name.name.value.set(" ");
        name.send(() -> made.add(space("s1")));
        assertThat(name.name.problem.get()).isNotEmpty();

        name.name.value.set("Photos");
        house.spaces.failWith(new AdminProblem("conflict", "There is a space of that name already."));
        name.send(() -> made.add(space("s1")));
        assertThat(name.state.refusal().get()).isNotEmpty();
        house.spaces.recover();
        name.send(() -> made.add(space("s1")));

        assertThat(made)
                .singleElement()
                .satisfies(space -> assertThat(space.name()).isEqualTo("Photos"));
    }

    private NewSpaceViewModel fresh() {
        return new NewSpaceViewModel(text, house.spaces, house.background, model.users());
    }

    private ManagedSpace space(String id) {
        return house.spaces.space(id);
    }

    private Set<Permission> rights(String space, String user) {
        return space(space).members().stream()
                .filter(member -> member.user().equals(user))
                .map(SpaceMember::permissions)
                .findFirst()
                .orElse(Set.of());
    }
}
