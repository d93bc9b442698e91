// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import app.homekeep.desktop.platform.WindowPlacement;
import app.homekeep.desktop.platform.WindowPlacement.Area;
import app.homekeep.desktop.platform.WindowPlacement.Place;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.shell.Closing;
import app.homekeep.desktop.shell.MainWindow;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.welcome.Welcome;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// The one window: what it shows, where it stands, what closing it does. FX thread only.
final class PanelWindow {
    private final Stage stage;
    private final AppContext context;
    private final WindowPlacement placement;
    private final Scene scene;
    private final Closing closing;
    private Optional<MainWindow> main = Optional.empty();

    PanelWindow(Stage stage, AppContext context, WindowPlacement placement, double width, double height) {
        this.stage = stage;
        this.context = context;
        this.placement = placement;
        scene = new Scene(new Region(), width, height);
        closing = context.closing(this::leave);
    }

    /// @param initialised whether there is a server to show, or one to make
    void open(boolean initialised, Supervisor supervisor) {
        stage.setTitle(context.text().get("app.title"));
        stage.setScene(scene);
        stage.setMinWidth(MainWindow.LEAST_WIDTH);
        stage.setMinHeight(MainWindow.LEAST_HEIGHT);
        placement.last().ifPresent(this::stand);
        stage.setOnCloseRequest(event -> {
            event.consume();
            closing.wanted();
        });
        stage.iconifiedProperty()
                .addListener((_, _, away) -> main.ifPresent(window -> {
                    if (away) {
                        window.sleep();
                    } else {
                        window.wake();
                    }
                }));
        if (initialised) {
            supervisor.start();
            showMain();
        } else {
            showWelcome(context.welcome(Path.of(System.getProperty("user.home"), "Homekeep")));
        }
        stage.show();
    }

    private void showWelcome(Welcome welcome) {
        show(welcome.view(
                language -> {
                    context.speak(language);
                    showWelcome(welcome);
                },
                this::showMain));
    }

    private void showMain() {
        main.ifPresent(MainWindow::close);
        MainWindow window = context.mainWindow(closing, this::speak);
        main = Optional.of(window);
        show(window.root());
        window.addShortcuts(scene);
    }

    private void speak(Language language) {
        context.speak(language);
        showMain();
    }

    private void show(Parent root) {
        scene.setRoot(root);
    }

    private void stand(Place place) {
        Area area = place.area();
        stage.setX(area.x());
        stage.setY(area.y());
        stage.setWidth(area.width());
        stage.setHeight(area.height());
        stage.setMaximized(place.maximised());
    }

    private void leave() {
        if (!stage.isIconified()) {
            var area = new Area(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            placement.remember(new Place(area, stage.isMaximized()));
        }
        main.ifPresent(MainWindow::close);
        stage.hide();
        Platform.exit();
    }
}
