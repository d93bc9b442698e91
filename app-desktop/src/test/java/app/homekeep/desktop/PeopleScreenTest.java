// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.fixture.PeopleFixture;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.shell.MainWindow;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.text.Language;
import app.homekeep.model.Permission;
import app.homekeep.model.account.AccountState;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screens about who may come in, used as a person would.
@Tag("DC-02")
class PeopleScreenTest {
    private final PanelFixture panel = new PanelFixture(Language.ENGLISH, Theme.Look.LIGHT, 100);
    private MainWindow window;

    @BeforeEach
    void open() {
        window = panel.running();
        panel.ui.run(() -> window.router().go(Route.PEOPLE));
    }

    @Test
    void an_invite_is_made_and_its_link_copied() {
        panel.ui.click("#invite");
        panel.ui.click("#invite-name");
        panel.ui.type("Uncle Joe");
        panel.ui.press(KeyCode.ENTER);

        assertThat(panel.ui.find("#invite-link .text-field", TextField.class).getText())
                .contains("/invite#");
        panel.ui.click("#invite-link .button");
        assertThat(panel.house.desktop.copied()).contains("/invite#");
        panel.ui.click("#close");
        assertThat(windows()).isEqualTo(1);
        panel.ui.click("#section-invites");
        assertThat(panel.ui.find("#invites", TableView.class).getItems().size()).isEqualTo(4);
    }

    @Test
    void a_form_with_a_mistake_stays_open_until_it_is_right_or_left() {
        panel.ui.click("#add");
        panel.ui.click("#username");
        panel.ui.type("anna");
        panel.ui.click("#password");
        panel.ui.type("violet anchor tundra spoon");
        panel.ui.click("#add-person");
        assertThat(panel.ui.shows("#refusal")).isTrue();

        panel.ui.press(KeyCode.ESCAPE);

        assertThat(windows()).isEqualTo(1);
    }

    @Test
    void the_owner_is_offered_nothing_that_could_lock_them_out() {
        choose(0);

        assertThat(panel.ui.shows("#edit")).isTrue();
        for (String action : new String[] {"#delete", "#block", "#deactivate", "#reset-password", "#require-totp"}) {
            assertThat(panel.ui.shows(action)).as(action).isFalse();
        }
        panel.ui.click("#edit");
        assertThat(panel.ui.shows("#role")).isFalse();
        panel.ui.click("#cancel");
    }

    @Test
    void somebody_is_blocked_after_a_question_and_unblocked_without() {
        choose(2);
        panel.ui.click("#section-people");
        panel.ui.run(() -> panel.ui.find("#block", Button.class).fire());
        panel.ui.click("#confirm-block");
        assertThat(panel.house.people.user("ben").state()).isEqualTo(AccountState.BLOCKED);

        panel.ui.click("#unblock");

        assertThat(panel.house.people.user("ben").state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    @Tag("DC-04")
    void a_second_factor_is_set_up_and_its_recovery_codes_saved(@TempDir Path folder) throws Exception {
        Path target = folder.resolve("codes.txt");
        panel.house.desktop.pick(target);
        choose(2);
        panel.ui.click("#set-up-totp");
        assertThat(panel.ui.shows("#once-qr")).isTrue();
        panel.ui.click("#totp-secret .button");
        assertThat(panel.house.desktop.copied()).startsWith("JBSW");
        panel.ui.click("#totp-code");
        panel.ui.type("000000");
        panel.ui.click("#confirm-totp");
        assertThat(panel.ui.shows("#refusal")).isTrue();

        panel.ui.run(() -> panel.ui.find("#totp-code", TextField.class).setText(PeopleFixture.RIGHT_CODE));
        panel.ui.click("#confirm-totp");
        panel.ui.click("#save-codes");
        panel.ui.click("#close");

        assertThat(Files.readAllLines(target)).hasSize(12);
        assertThat(panel.house.people.user("ben").totp()).isTrue();
        assertThat(panel.ui.shows("#reset-totp")).isTrue();
    }

    @Test
    void the_matrix_shows_what_holds_and_gives_and_takes() {
        panel.ui.click("#section-roles");
        assertThat(tick("viewer", "file-read").isSelected()).isTrue();
        assertThat(tick("viewer", "file-upload").isSelected()).isFalse();

        panel.ui.click("#tick-viewer-file-upload");
        panel.ui.click("#tick-viewer-file-read");

        assertThat(tick("viewer", "file-upload").isSelected()).isTrue();
        assertThat(panel.house.roles.role("viewer").permissions()).containsExactly(Permission.FILE_UPLOAD);
        assertThat(tick("viewer", "file-upload").getAccessibleText()).isEqualTo("Viewer: Upload files");
    }

    @Test
    void the_owners_column_is_fixed() {
        panel.ui.click("#section-roles");

        for (Permission permission : Permission.values()) {
            CheckBox tick = tick("owner", permission.wire().replace(':', '-'));
            assertThat(tick.isDisabled()).isTrue();
            assertThat(tick.isSelected()).isTrue();
        }
    }

    @Test
    void a_refused_tick_goes_back() {
        panel.ui.click("#section-roles");
        panel.ui.run(() -> panel.house.roles.refuseChanges());

        panel.ui.click("#tick-viewer-user-manage");

        assertThat(tick("viewer", "user-manage").isSelected()).isFalse();
    }

    @Test
    void the_keyboard_goes_on_in_the_matrix_from_where_it_was() {
        panel.ui.click("#section-roles");
        panel.ui.run(() -> tick("viewer", "file-upload").requestFocus());

        panel.ui.press(KeyCode.SPACE);

        assertThat(panel.ui.on(() -> panel.ui.stage().getScene().getFocusOwner().getId()))
                .isEqualTo("tick-viewer-file-upload");
        assertThat(tick("viewer", "file-upload").isSelected()).isTrue();
    }

    @Test
    void the_rail_says_how_many_wait_on_every_screen() {
        panel.ui.run(() -> window.router().go(Route.OVERVIEW));
        assertThat(rail()).isEqualTo("People (3)");

        panel.ui.run(() -> {
            panel.house.requests.dismiss("f1");
            panel.house.events.happen(AdminEvents.REQUESTS_CHANGED);
        });

        assertThat(rail()).isEqualTo("People (2)");
    }

    @Test
    @Tag("DC-03")
    void a_device_is_let_in_from_any_screen() {
        panel.ui.run(() -> {
            window.router().go(Route.AUDIT);
            panel.house.approvals.wants("anna", "Anna", "Anna’s iPhone", "47");
            panel.house.events.happen(AdminEvents.APPROVALS_CHANGED);
        });

        panel.ui.click("#banner-allow-a1");

        assertThat(panel.house.approvals.answers()).containsExactly("allow a1");
        assertThat(panel.ui.shows("#banner-a1")).isFalse();
    }

    @Test
    @Tag("DC-03")
    void on_the_screen_of_sessions_a_question_is_asked_once() {
        panel.ui.run(() -> {
            window.router().go(Route.SESSIONS);
            panel.house.approvals.wants("anna", "Anna", "Anna’s iPhone", "47");
            panel.house.events.happen(AdminEvents.APPROVALS_CHANGED);
        });

        assertThat(panel.ui.on(() -> panel.ui.find("#banner", Node.class).isVisible()))
                .isFalse();
        panel.ui.click("#questions-deny-a1");

        assertThat(panel.house.approvals.answers()).containsExactly("deny a1");
    }

    @Test
    void a_key_is_shown_once_and_can_be_copied() {
        panel.ui.run(() -> window.router().go(Route.API_KEYS));
        panel.ui.click("#new-key-button");
        panel.ui.click("#key-name");
        panel.ui.type("NAS");
        panel.ui.click("#allow-file-upload");
        panel.ui.click("#create-key");

        panel.ui.click("#new-key .button");
        panel.ui.click("#close");

        assertThat(panel.house.desktop.copied()).startsWith("hk_k3_");
        assertThat(panel.ui.find("#api-keys", TableView.class).getItems().size())
                .isEqualTo(3);
        assertThat(panel.house.keys.keys().getLast().permissions())
                .containsExactlyInAnyOrder(Permission.FILE_READ, Permission.FILE_UPLOAD);
    }

    private void choose(int row) {
        panel.ui.run(() ->
                panel.ui.find("#people", TableView.class).getSelectionModel().clearAndSelect(row));
    }

    private CheckBox tick(String role, String what) {
        return panel.ui.find("#tick-" + role + "-" + what, CheckBox.class);
    }

    private String rail() {
        return panel.ui.on(
                () -> panel.ui.find("#nav-people", ToggleButton.class).getText());
    }

    private int windows() {
        return panel.ui.on(() -> Window.getWindows().size());
    }
}
