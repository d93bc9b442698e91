// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.fixture.Ui;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final House house = new House();
    private final Ui ui = new Ui();
    private final AtomicInteger exits = new AtomicInteger();
    private final Closing closing = ui.on(() -> {
        var text = new Text(Language.ENGLISH);
        var theme = new Theme(house.preferences, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        var dialogs = new Dialogs(text, theme, () -> Optional.of(ui.stage()));
        return new Closing(text, house.preferences, house.supervisor, dialogs, exits::incrementAndGet);
    });

    @BeforeEach
    void serve() {
        ui.show(new Region(), 900, 600);
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
    }

    @Test
    void nothing_is_asked_where_nothing_runs() {
        house.supervisor.becomes(new ServerState.Stopped());

        ui.run(closing::wanted);

        assertThat(exits).hasValue(1);
    }

    @Test
    void keep_serving_leaves_the_server_alone_and_is_remembered() {
        ui.run(closing::wanted);
        ui.click("#close-keep");
        ui.run(closing::wanted);

        assertThat(exits).hasValue(2);
        assertThat(house.supervisor.commands()).isEmpty();
    }

    @Test
    void stop_the_server_waits_until_it_has_stopped() {
        ui.run(closing::wanted);
        ui.click("#close-stop");
        assertThat(house.supervisor.commands()).containsExactly("stop");
        assertThat(exits).hasValue(0);

        ui.run(() -> house.supervisor.becomes(new ServerState.Stopped()));

        assertThat(exits).hasValue(1);
    }

    @Test
    void cancel_changes_nothing_and_asks_again() {
        ui.run(closing::wanted);
        ui.click("#cancel");
        assertThat(exits).hasValue(0);

        ui.run(closing::wanted);
        assertThat(ui.shows("#close-keep")).isTrue();
        ui.click("#cancel");
    }
}
