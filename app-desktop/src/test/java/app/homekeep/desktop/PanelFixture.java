// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.fixture.Ui;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.shell.MainWindow;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.welcome.Welcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// The whole panel in a window, put together as it is for people, around a house of stand-ins.
final class PanelFixture {
    private static final int LOOKS = 200;

    final House house = new House();
    final Ui ui = new Ui();
    final AppContext context;

    PanelFixture(Language language, Theme.Look look, int zoom) {
        house.preferences.put("language", language.tag());
        context = ui.on(() -> {
            var made = new AppContext(new AppContext.World(
                    house.supervisor,
                    house.firstRun,
                    house.admin,
                    house.events,
                    house.background,
                    house.ticker,
                    house.clock,
                    house.preferences,
                    house.desktop,
                    house.desktop,
                    house.desktop,
                    new SimpleObjectProperty<>(ColorScheme.LIGHT),
                    () -> Optional.of(ui.stage())));
            made.theme().choose(look);
            made.theme().zoomTo(zoom);
            return made;
        });
    }

    /// The server runs, has been up for a while and has seen some traffic.
    MainWindow running() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant().minus(Duration.ofMinutes(192))));
        MainWindow window = open();
        ui.run(() -> {
            for (int i = 0; i < LOOKS; i++) {
                house.clock.pass(Duration.ofMillis(2500));
                house.api.traffic((long) (4e5 * (1.1 + Math.sin(i / 17.0))), (long)
                        (1.3e6 * (1.6 + Math.sin(i / 23.0) + 0.4 * Math.cos(i / 5.0))));
                house.ticker.tick();
            }
        });
        return window;
    }

    MainWindow open() {
        return ui.on(() -> {
            MainWindow window = context.mainWindow(context.closing(() -> {}), _ -> {});
            Scene scene = ui.show(window.root(), Ui.WIDTH, Ui.HEIGHT);
            window.addShortcuts(scene);
            return window;
        });
    }

    Welcome welcome() {
        return ui.on(() -> {
            Welcome welcome = context.welcome(Path.of("/home/maria/Homekeep"));
            ui.show(welcome.view(_ -> {}, () -> {}), Ui.WIDTH, Ui.HEIGHT);
            return welcome;
        });
    }
}
