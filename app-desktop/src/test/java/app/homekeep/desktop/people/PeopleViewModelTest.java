// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.kit.PagedRows;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.FilesFate;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.User;
import app.homekeep.model.device.KnownDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class PeopleViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final PeopleViewModel model =
            new PeopleViewModel(text, house.source, house.admin, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void everybody_is_listed_with_the_roles_there_are() {
        assertThat(rows().known()).isEqualTo(6);
        assertThat(model.roles()).hasSize(6);
    }

    @Test
    void a_long_list_comes_page_by_page() {
        for (int i = 0; i < 450; i++) {
            house.people.live("user" + i);
        }
        house.events.happen(AdminEvents.USERS_CHANGED);
        assertThat(rows().known()).isEqualTo(200);

        rows().get(200);
        rows().get(400);

        assertThat(rows().known()).isEqualTo(456);
        assertThat(rows().ended()).isTrue();
    }

    @Test
    void who_is_looked_at_stays_so_and_is_shown_as_they_are_now() {
        choose("ben");

        model.block(house.people.user("ben"));

        assertThat(model.chosen().get().orElseThrow().state()).isEqualTo(AccountState.BLOCKED);
        assertThat(notices.allDone()).containsExactly("Ben is blocked");
        model.unblock(house.people.user("ben"));
        assertThat(model.chosen().get().orElseThrow().state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void a_change_made_elsewhere_is_seen_at_once() {
        choose("ben");
        house.people.deactivate(house.people.user("ben").id());

        house.events.happen(AdminEvents.USERS_CHANGED);

        assertThat(model.chosen().get().orElseThrow().state()).isEqualTo(AccountState.DEACTIVATED);
    }

    @Test
    void policies_are_set_for_one_person() {
        model.requireTotp(house.people.user("ben"), false);
        model.approveDevices(house.people.user("ben"), true);

        assertThat(house.people.user("ben").requireTotp()).isFalse();
        assertThat(house.people.user("ben").approveDevices()).isTrue();
        assertThat(notices.allDone()).hasSize(2);
    }

    @Test
    void a_deleted_account_is_no_longer_looked_at_and_its_files_fare_as_chosen() {
        choose("tom");

        model.delete(house.people.user("tom"), FilesFate.MOVE);

        assertThat(house.people.knows("tom")).isFalse();
        assertThat(house.people.fates()).containsExactly("tom move");
        assertThat(model.chosen().get()).isEmpty();
    }

    @Test
    void an_account_that_somebody_else_deleted_is_no_longer_looked_at() {
        choose("tom");
        house.people.delete(house.people.user("tom").id(), FilesFate.KEEP);

        house.events.happen(AdminEvents.USERS_CHANGED);

        assertThat(model.chosen().get()).isEmpty();
    }

    @Test
    void a_reset_gives_a_code_once_and_says_nothing_of_it() {
        List<ResetCode> shown = new ArrayList<>();

        model.resetPassword(house.people.user("ben"), shown::add);

        assertThat(shown)
                .singleElement()
                .satisfies(code -> assertThat(code.username()).isEqualTo("ben"));
        assertThat(notices.allDone()).isEmpty();
    }

    @Test
    @Tag("DC-04")
    void the_second_factor_is_reset() {
        model.resetTotp(house.people.user("anna"));

        assertThat(house.people.user("anna").totp()).isFalse();
    }

    @Test
    void known_devices_are_listed_and_forgotten() {
        choose("anna");
        assertThat(model.devices().get())
                .extracting(KnownDevice::name)
                .containsExactly("Anna’s Pixel 8", "Windows laptop");

        model.forget(model.devices().get().getFirst());

        assertThat(model.devices().get()).extracting(KnownDevice::name).containsExactly("Windows laptop");
        choose("ben");
        assertThat(model.devices().get()).extracting(KnownDevice::name).containsExactly("iPad");
    }

    @Test
    void a_refusal_is_told_and_changes_nothing_on_screen() {
        choose("ben");
        house.people.failWith(new AdminProblem("forbidden", "No."));

        model.deactivate(house.people.user("ben"));

        assertThat(notices.problems()).isNotEmpty();
        assertThat(house.people.user("ben").state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void a_hidden_screen_watches_nothing() {
        model.onHide();

        assertThat(house.events.watchers()).isZero();
        assertThat(house.supervisor.watchers()).isZero();
    }

    private void choose(String username) {
        model.choose(Optional.of(house.people.user(username)));
    }

    private PagedRows<User> rows() {
        return model.people().get() instanceof Load.Ready<PagedRows<User>>(PagedRows<User> rows)
                ? rows
                : fail("no rows");
    }
}
