// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-06")
class SettingsViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final SettingsViewModel model =
            new SettingsViewModel(new Text(Language.ENGLISH), house.source, house.settings, notices);

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void a_switch_is_turned() {
        model.turn("keep_awake", true, "Awake.");

        assertThat(model.now().on("keep_awake")).isTrue();
        assertThat(notices.allDone()).containsExactly("Awake.");
    }

    @Test
    void only_what_was_changed_is_sent_and_in_its_own_form() {
        SettingsForm form = model.form(List.of("lan_port", "local_port", "trusted_proxies", "cors_origins"));
        form.field("lan_port").value.set(" 9443 ");
        form.field("cors_origins").value.set("https://a.example, https://b.example");

        assertThat(form.changes())
                .isEqualTo(
                        Map.of("lan_port", 9443L, "cors_origins", List.of("https://a.example", "https://b.example")));
        model.save(form);

        assertThat(house.settings.get("lan_port")).isEqualTo(9443L);
        assertThat(form.changes()).isEmpty();
        assertThat(form.field("lan_port").value.get()).isEqualTo("9443");
        assertThat(notices.allDone()).containsExactly("The settings are saved");
    }

    @Test
    void nothing_changed_sends_nothing() {
        model.save(model.form(List.of("lan_port")));

        assertThat(notices.allDone()).containsExactly("Nothing was changed");
    }

    @Test
    void what_is_refused_says_so_at_its_field_and_changes_nothing() {
        SettingsForm form = model.form(List.of("trusted_proxies", "proxy_names"));
        form.field("trusted_proxies").value.set("the neighbour");
        form.field("proxy_names").value.set("files.example.org");

        model.save(form);

        assertThat(form.field("trusted_proxies").problem.get()).startsWith("Use addresses");
        assertThat(form.field("proxy_names").problem.get()).isEmpty();
        assertThat(form.state.refusal().get()).isEmpty();
        assertThat(house.settings.get("proxy_names")).isEqualTo("");
        assertThat(form.field("trusted_proxies").value.get()).isEqualTo("the neighbour");
    }

    @Test
    void a_word_for_a_port_is_refused_by_the_server() {
        SettingsForm form = model.form(List.of("lan_port"));
        form.field("lan_port").value.set("many");

        model.save(form);

        assertThat(form.field("lan_port").problem.get()).contains("whole number");
    }

    @Test
    void a_line_that_is_being_changed_is_not_changed_under_ones_hands() {
        SettingsForm form = model.form(List.of("lan_port", "local_port"));
        form.field("lan_port").value.set("94");

        house.settings.change(Map.of("lan_port", 7443L, "local_port", 7080L));
        house.events.happen(AdminEvents.AUDIT_APPENDED);

        assertThat(form.field("lan_port").value.get()).isEqualTo("94");
        assertThat(form.field("local_port").value.get()).isEqualTo("7080");
    }

    @Test
    void a_setting_that_the_server_does_not_know_is_never_sent() {
        house.settings.without("proxy_names");
        model.load();
        SettingsForm form = model.form(List.of("proxy_names"));
        form.field("proxy_names").value.set("files.example.org");

        assertThat(form.changes()).isEmpty();
    }
}
