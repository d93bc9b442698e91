// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.shell.MainWindow;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.text.Language;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pairing, settings and lockdown, as the owner uses them.
@Tag("DC-06")
class HomeScreensTest {
    private final PanelFixture panel = new PanelFixture(Language.ENGLISH, Theme.Look.LIGHT, 100);
    private MainWindow window;

    @BeforeEach
    void open() {
        window = panel.open();
        panel.ui.run(() -> panel.house.supervisor.becomes(SupervisorFixture.running(panel.house.clock.instant())));
    }

    @Test
    @Tag("LF-12")
    void a_phone_is_paired_while_the_dialog_shows_how_far_it_is() {
        panel.ui.click("#pair");
        assertThat(panel.ui.shows("#pairing-qr")).isTrue();
        happens(AdminEvents.PAIRINGS_CHANGED, () -> panel.house.pairings.arrives("Anna’s iPhone"));
        assertThat(words("#step-page")).isEqualTo("Anna’s iPhone is on the page");

        happens(AdminEvents.PAIRINGS_CHANGED, () -> panel.house.pairings.comesIn("trusted", true));

        assertThat(words("#pairing-in")).isEqualTo("Anna’s iPhone is through");
        panel.ui.click("#close");
        assertThat(panel.house.pairings.ended()).isEmpty();
    }

    @Test
    void a_closed_door_is_opened_from_the_pairing_itself() {
        happens(AdminEvents.NETWORK_CHANGED, () -> panel.house.api.closeDoor("setting"));
        panel.ui.click("#pair");

        panel.ui.run(
                () -> panel.ui.find(".dialog-pane #door-open", Button.class).fire());

        assertThat(panel.house.api.status().lanDoor().open()).isTrue();
        panel.ui.click("#close");
        assertThat(panel.house.pairings.ended()).containsExactly("p1");
    }

    @Test
    void a_code_that_is_over_is_made_anew() {
        panel.ui.click("#pair");
        panel.ui.run(() -> {
            panel.house.clock.pass(Duration.ofMinutes(11));
            panel.house.ticker.tick();
        });

        panel.ui.run(() -> panel.ui.find("#pairing-again", Button.class).fire());

        assertThat(panel.ui
                        .find("#pairing-address .text-field", TextField.class)
                        .getText())
                .endsWith("-2");
        panel.ui.press(KeyCode.ESCAPE);
        assertThat(panel.house.pairings.ended()).containsExactly("p2");
    }

    @Test
    void an_unknown_network_is_asked_about_on_every_screen() {
        happens(AdminEvents.NETWORK_CHANGED, () -> panel.house.networks.moveTo("172.20.10.1", "172.20.10.0/28"));
        panel.ui.run(() -> window.router().go(Route.AUDIT));
        assertThat(words("#network-question-words"))
                .contains("router 172.20.10.1")
                .contains("Is this home?");

        panel.ui.click("#network-home");

        assertThat(panel.ui.shows("#network-home")).isFalse();
        assertThat(panel.house.api.status().lanDoor().open()).isTrue();
    }

    @Test
    @Tag("DC-03")
    void the_house_is_locked_down_by_keyboard_from_anywhere_and_reopened() {
        panel.ui.run(() -> window.router().go(Route.AUDIT));
        panel.ui.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        panel.ui.click("#confirm-lock-down");

        assertThat(window.router().route().get()).isEqualTo(Route.LOCKDOWN);
        assertThat(words("#locked-did")).startsWith("4 sessions ended, 2 API keys revoked");
        assertThat(panel.ui.shows("#status-locked")).isTrue();
        assertThat(panel.house.api.sessions(Optional.empty()).items()).isEmpty();

        panel.ui.run(() -> panel.ui.find("#lead-log", Button.class).fire());
        assertThat(window.router().route().get()).isEqualTo(Route.AUDIT);
        panel.ui.click("#lock-down");
        assertThat(window.router().route().get()).isEqualTo(Route.LOCKDOWN);
        panel.ui.run(() -> panel.ui.find("#reopen", Button.class).fire());
        panel.ui.click("#confirm-reopen");

        assertThat(window.router().route().get()).isEqualTo(Route.OVERVIEW);
        assertThat(panel.ui.shows("#status-locked")).isFalse();
    }

    @Test
    @Tag("DC-03")
    void a_lockdown_is_not_done_by_mistake() {
        panel.ui.click("#lock-down");
        panel.ui.press(KeyCode.ENTER);
        panel.ui.press(KeyCode.ESCAPE);

        assertThat(panel.house.lockdown.lockdown().locked()).isFalse();
        assertThat(Window.getWindows()).hasSize(1);
    }

    @Test
    void a_setting_is_found_by_its_words_and_turned() {
        panel.ui.run(() -> window.router().go(Route.SETTINGS));
        panel.ui.click("#settings-search");
        panel.ui.type("sleep");
        panel.ui.run(() -> panel.ui.find("#found-topic-sleep", Hyperlink.class).fire());
        assertThat(panel.ui.find("#settings-search", TextField.class).getText()).isEmpty();

        panel.ui.run(() -> panel.ui.find("#keep_awake", CheckBox.class).fire());

        assertThat(panel.house.settings.get("keep_awake")).isEqualTo(true);
        assertThat(panel.ui.find("#keep_awake", CheckBox.class).isSelected()).isTrue();
    }

    @Test
    void what_is_wrong_with_a_proxy_stands_at_its_line() {
        panel.ui.run(() -> window.router().go(Route.SETTINGS));
        panel.ui.click("#section-proxy");
        panel.ui.click("#trusted_proxies");
        panel.ui.type("neighbour");
        panel.ui.run(() -> panel.ui.find("#save-proxy", Button.class).fire());

        assertThat(words("#trusted_proxies-problem")).startsWith("Use addresses");
        assertThat(panel.ui.shows("#save-proxy-refusal")).isFalse();
    }

    @Test
    void a_taken_port_leads_to_the_ports() {
        happens(AdminEvents.NETWORK_CHANGED, () -> panel.house.api.closeDoor("port_taken"));

        panel.ui.run(() -> panel.ui.find("#door-ports", Button.class).fire());

        assertThat(window.router().route().get()).isEqualTo(Route.SETTINGS);
        assertThat(panel.ui.shows("#lan_port")).isTrue();
    }

    private void happens(String event, Runnable what) {
        panel.ui.run(() -> {
            what.run();
            panel.house.events.happen(event);
        });
    }

    private String words(String query) {
        return panel.ui.on(() -> panel.ui.find(query, Labeled.class).getText());
    }
}
