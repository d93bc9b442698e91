// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.PeopleFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Writes a picture of every screen and state in both themes, for people to look at.
class PicturesTest {
    @ParameterizedTest
    @EnumSource(
            value = Theme.Look.class,
            names = {"LIGHT", "DARK"})
    void every_screen_has_its_picture(Theme.Look look) {
        var panel = new PanelFixture(Language.ENGLISH, look, 100);
        var window = panel.running();

        for (Route route : Route.values()) {
            panel.ui.run(() -> window.router().go(route));
            take(panel, route.id(), look);
        }
        panel.ui.run(() -> window.router().go(Route.SPACES));
        spaces(panel, look);
        panel.ui.run(() -> window.router().go(Route.AUDIT));
        panel.ui.run(() ->
                panel.ui.find("#audit", TableView.class).getSelectionModel().select(3));
        take(panel, "audit-details", look);
        panel.ui.run(() -> panel.house.api.breakChainAt(12));
        panel.ui.click("#verify");
        panel.ui.click("#show-actor");
        take(panel, "audit-filtered", look);

        panel.ui.run(() -> window.router().go(Route.SESSIONS));
        panel.ui.click("#sign-out-everybody");
        picture(panel, dialog(panel), "sessions-question", look);
        panel.ui.click("#confirm-everybody");
        take(panel, "sessions-empty", look);

        assertThat(panel.house.api.sessions(Optional.empty()).items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Look.class,
            names = {"LIGHT", "DARK"})
    void every_part_of_people_has_its_picture(Theme.Look look) {
        var panel = new PanelFixture(Language.ENGLISH, look, 100);
        var window = panel.running();
        panel.ui.run(() -> window.router().go(Route.PEOPLE));
        for (String section : List.of("requests", "invites", "roles", "blocked", "people")) {
            panel.ui.click("#section-" + section);
            take(panel, "people-" + section, look);
        }
        panel.ui.run(() ->
                panel.ui.find("#people", TableView.class).getSelectionModel().select(1));
        take(panel, "people-person", look);

        panel.ui.click("#invite");
        dialogs(panel, "people-invite", look, "#send-invite", "people-invite-made");
        panel.ui.click("#add");
        picture(panel, dialog(panel), "people-add", look);
        panel.ui.click("#cancel");
        person(panel, 2);
        panel.ui.run(() -> panel.ui.find("#set-up-totp", Button.class).fire());
        panel.ui.click("#totp-code");
        panel.ui.type(PeopleFixture.RIGHT_CODE);
        dialogs(panel, "people-totp", look, "#confirm-totp", "people-totp-codes");
        person(panel, 2);
        panel.ui.run(() -> panel.ui.find("#reset-password", Button.class).fire());
        dialogs(panel, "people-reset", look, "#confirm-reset_password", "people-reset-code");
        person(panel, 2);
        panel.ui.run(() -> panel.ui.find("#delete", Button.class).fire());
        picture(panel, dialog(panel), "people-delete", look);
        panel.ui.click("#confirm-delete");
        panel.ui.click("#section-blocked");
        panel.ui.click("#block-address");
        picture(panel, dialog(panel), "people-block", look);
        panel.ui.click("#cancel");
        panel.ui.click("#section-roles");
        panel.ui.click("#new-role");
        picture(panel, dialog(panel), "people-role", look);
        panel.ui.click("#cancel");

        assertThat(panel.house.people.fates()).containsExactly("ben keep");
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Look.class,
            names = {"LIGHT", "DARK"})
    void a_device_that_wants_in_and_keys_have_their_pictures(Theme.Look look) {
        var panel = new PanelFixture(Language.ENGLISH, look, 100);
        var window = panel.running();
        panel.ui.run(() -> {
            panel.house.approvals.wants("anna", "Anna", "Anna’s iPhone", "47");
            panel.house.approvals.wants("ben", "Ben", "Windows laptop", "83");
            panel.house.events.happen(AdminEvents.APPROVALS_CHANGED);
        });
        take(panel, "approval-banner", look);
        panel.ui.run(() -> window.router().go(Route.SESSIONS));
        take(panel, "approval-sessions", look);
        panel.ui.click("#questions-allow-a1");
        panel.ui.click("#questions-deny-a2");
        panel.ui.run(() -> window.router().go(Route.API_KEYS));
        panel.ui.click("#new-key-button");
        panel.ui.click("#key-name");
        panel.ui.type("NAS");
        dialogs(panel, "api_keys-new", look, "#create-key", "api_keys-made");
        panel.ui.click("#rotate");
        picture(panel, dialog(panel), "api_keys-rotate", look);
        panel.ui.click("#rotate-overlap");

        assertThat(panel.house.approvals.answers()).containsExactly("allow a1", "deny a2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Look.class,
            names = {"LIGHT", "DARK"})
    void every_part_of_the_settings_has_its_picture(Theme.Look look) {
        var panel = new PanelFixture(Language.ENGLISH, look, 100);
        var window = panel.running();
        panel.ui.run(() -> window.router().go(Route.SETTINGS));
        for (String section : List.of("certificate", "proxy", "devices", "doctor", "network")) {
            panel.ui.click("#section-" + section);
            take(panel, "settings-" + section, look);
        }
        panel.ui.run(() -> panel.ui.find("#settings-search", TextField.class).setText("certificate"));
        take(panel, "settings-search", look);
        panel.ui.run(() -> panel.ui.find("#settings-search", TextField.class).setText(""));
        panel.ui.click("#section-certificate");
        panel.ui.click("#use-own");
        picture(panel, dialog(panel), "settings-own-certificate", look);
        panel.ui.click("#cancel");
        panel.ui.run(() -> {
            panel.house.certificate.daysLeft(5);
            panel.house.events.happen(AdminEvents.NETWORK_CHANGED);
        });
        take(panel, "settings-certificate-own", look);

        assertThat(panel.ui.shows("#use-home")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Look.class,
            names = {"LIGHT", "DARK"})
    void a_pairing_and_a_lockdown_have_their_pictures(Theme.Look look) {
        var panel = new PanelFixture(Language.ENGLISH, look, 100);
        var window = panel.running();
        panel.ui.click("#pair");
        picture(panel, dialog(panel), "pairing-waiting", look);
        panel.ui.run(() -> {
            panel.house.clock.pass(Duration.ofSeconds(25));
            panel.house.ticker.tick();
        });
        picture(panel, dialog(panel), "pairing-late", look);
        pairing(panel, () -> panel.house.pairings.arrives("Anna’s iPhone"));
        picture(panel, dialog(panel), "pairing-arrived", look);
        pairing(panel, () -> panel.house.pairings.comesIn("trusted", true));
        picture(panel, dialog(panel), "pairing-in", look);
        panel.ui.click("#close");

        panel.ui.run(() -> {
            panel.house.networks.moveTo("172.20.10.1", "172.20.10.0/28");
            panel.house.events.happen(AdminEvents.NETWORK_CHANGED);
        });
        take(panel, "network-question", look);
        panel.ui.click("#network-home");
        panel.ui.run(() -> window.router().go(Route.AUDIT));
        panel.ui.click("#lock-down");
        picture(panel, dialog(panel), "lockdown-question", look);
        panel.ui.click("#confirm-lock-down");
        panel.ui.run(() -> panel.house.events.happen(AdminEvents.NETWORK_CHANGED));
        take(panel, "lockdown-locked", look);

        assertThat(window.router().route().get()).isEqualTo(Route.LOCKDOWN);
    }

    private static void pairing(PanelFixture panel, Runnable step) {
        panel.ui.run(() -> {
            step.run();
            panel.house.events.happen(AdminEvents.PAIRINGS_CHANGED);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Look.class,
            names = {"LIGHT", "DARK"})
    void every_state_of_the_server_has_its_picture(Theme.Look look) {
        var panel = new PanelFixture(Language.ENGLISH, look, 100);
        panel.open();
        var log = List.of(
                "13:05:20.113 INFO  homekeep  opening the database",
                "13:05:20.398 INFO  homekeep  local door on 127.0.0.1:8080",
                "13:05:21.007 ERROR homekeep  out of memory, ending");

        state(panel, "stopped", new ServerState.Stopped(), look);
        state(panel, "starting", new ServerState.Starting(), look);
        state(panel, "stopping", new ServerState.Stopping(2), look);
        state(panel, "crashed", new ServerState.Crashed(3, "Ran out of memory.", "out_of_memory", log, true), look);
        state(panel, "gave-up", new ServerState.Crashed(3, "Ran out of memory.", "out_of_memory", log, false), look);
        state(panel, "port", new ServerState.Crashed(1, "Port taken.", "port_taken:local:8080", log, false), look);
        state(
                panel,
                "unreachable",
                new ServerState.Unreachable(SupervisorFixture.runFile(panel.house.clock.instant())),
                look);

        assertThat(panel.ui.shows("#copy-details")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Theme.Look.class,
            names = {"LIGHT", "DARK"})
    void every_step_of_the_welcome_has_its_picture(Theme.Look look) {
        var panel = new PanelFixture(Language.ENGLISH, look, 100);
        panel.house.firstRun.refuseWith(new AdminProblem("no_space", "There is no room on that disk."));
        panel.welcome();

        take(panel, "welcome-1", look);
        panel.ui.click("#next");
        panel.ui.click("#next");
        take(panel, "welcome-2-problems", look);
        panel.ui.click("#owner-name");
        panel.ui.type("maria");
        panel.ui.click("#password");
        panel.ui.type("violet anchor tundra spoon");
        take(panel, "welcome-2", look);
        panel.ui.run(() -> panel.ui.find("#next", Button.class).fire());
        panel.ui.run(() -> panel.ui.find("#folder", TextField.class).setText(System.getProperty("java.io.tmpdir")));
        take(panel, "welcome-3", look);
        panel.ui.click("#next");
        take(panel, "welcome-4", look);
        panel.ui.click("#next");
        take(panel, "welcome-refused", look);
        panel.house.firstRun.refuseNothing();
        panel.ui.click("#welcome-back");
        for (int i = 0; i < 4; i++) {
            panel.ui.click("#next");
        }
        take(panel, "welcome-starting", look);
        panel.ui.run(() -> panel.house.supervisor.becomes(
                new ServerState.Crashed(1, "Port taken.", "port_taken:local:8080", List.of(), false)));
        take(panel, "welcome-port", look);
        panel.ui.run(() -> panel.house.supervisor.becomes(SupervisorFixture.running(panel.house.clock.instant())));
        take(panel, "welcome-done", look);

        assertThat(panel.house.firstRun.made()).isPresent();
    }

    /// A dialog, and what it shows after a button of it was pressed; then it is closed.
    private static void dialogs(PanelFixture panel, String first, Theme.Look look, String button, String then) {
        picture(panel, dialog(panel), first, look);
        panel.ui.click(button);
        picture(panel, dialog(panel), then, look);
        panel.ui.click("#close");
    }

    private static void spaces(PanelFixture panel, Theme.Look look) {
        panel.ui.click("#add-space");
        panel.house.desktop.pick(Path.of("/home/maria/Music"));
        panel.ui.click("#pick-folder");
        picture(panel, dialog(panel), "spaces-add", look);
        panel.ui.click("#cancel");
        panel.ui.run(() -> panel.ui.find("#remove-s2", Button.class).fire());
        picture(panel, dialog(panel), "spaces-remove", look);
        panel.ui.click("#confirm-remove");
        panel.ui.run(() -> {
            panel.house.spaces.remove("s1");
            panel.house.spaces.remove("s3");
            panel.house.events.happen(AdminEvents.SPACES_CHANGED);
        });
        take(panel, "spaces-empty", look);
    }

    private static void person(PanelFixture panel, int row) {
        panel.ui.run(() ->
                panel.ui.find("#people", TableView.class).getSelectionModel().clearAndSelect(row));
    }

    private static void state(PanelFixture panel, String name, ServerState state, Theme.Look look) {
        panel.ui.run(() -> panel.house.supervisor.becomes(state));
        take(panel, "overview-" + name, look);
    }

    private static Window dialog(PanelFixture panel) {
        return panel.ui.on(() -> Window.getWindows().stream()
                .filter(window -> !window.equals(panel.ui.stage()))
                .findFirst()
                .orElseThrow());
    }

    private static void take(PanelFixture panel, String name, Theme.Look look) {
        picture(panel, panel.ui.stage(), name, look);
    }

    private static void picture(PanelFixture panel, Window window, String name, Theme.Look look) {
        panel.ui.picture(window.getScene(), name + "-" + look.name().toLowerCase(Locale.ROOT));
    }
}
