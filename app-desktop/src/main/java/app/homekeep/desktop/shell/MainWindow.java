// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's content: rail, screen, status bar, and messages over them.
public final class MainWindow {
    /// The least size at which every screen works, in pixels.
    public static final double LEAST_WIDTH = 900;
    public static final double LEAST_HEIGHT = 600;

    private final StackPane root = new StackPane();
    private final Toasts toasts;
    private final Router router;
    private final Theme theme;
    private final Lock lock;
    private final List<Shown> always;
    private final Runnable unwatch;

    public MainWindow(
            Text text,
            Theme theme,
            Supervisor supervisor,
            Closing closing,
            ScreenMakers screens,
            Consumer<Language> onLanguage) {
        this.theme = theme;
        toasts = new Toasts(text);
        var made = new Router[1];
        ScreenMakers.Furnishing furnishing = screens.furnish(toasts, route -> made[0].go(route));
        router = new Router(furnishing.screens());
        made[0] = router;
        lock = furnishing.lock();
        always = furnishing.always();
        var status = new StatusBar(text, supervisor.state(), lock.locked());
        unwatch = supervisor.watch(status::show);
        var middle = new VBox();
        furnishing.banners().forEach(banner -> middle.getChildren().add(placed(banner)));
        middle.getChildren().add(router.place());
        VBox.setVgrow(router.place(), Priority.ALWAYS);
        var frame = new BorderPane(middle);
        frame.setLeft(new NavRail(
                text,
                router,
                furnishing.waiting(),
                new LookMenu(text, theme, closing, onLanguage),
                new LockButton(text, lock, this::lockWanted)));
        frame.setBottom(status);
        root.getChildren().addAll(frame, toasts);
        root.getStyleClass().add("main-window");
        theme.dress(root);
        router.go(Route.OVERVIEW);
        lock.locked().addListener((_, _, locked) -> turn(locked));
        watch();
    }

    public Parent root() {
        return root;
    }

    public Router router() {
        return router;
    }

    public Notices notices() {
        return toasts;
    }

    /// Adds what the keyboard can do anywhere in the window.
    public void addShortcuts(Scene scene) {
        var keys = scene.getAccelerators();
        keys.clear();
        for (Route route : Route.listed()) {
            keys.put(route.shortcut(), () -> router.go(route));
        }
        keys.put(Route.LOCKDOWN.shortcut(), this::lockWanted);
        keys.put(shortcut(KeyCode.PLUS), theme::larger);
        keys.put(shortcut(KeyCode.EQUALS), theme::larger);
        keys.put(shortcut(KeyCode.ADD), theme::larger);
        keys.put(shortcut(KeyCode.MINUS), theme::smaller);
        keys.put(shortcut(KeyCode.SUBTRACT), theme::smaller);
        keys.put(shortcut(KeyCode.DIGIT0), theme::usual);
    }

    /// Nobody can see the window: what it shows stops its work.
    public void sleep() {
        router.sleep();
        always.forEach(Shown::onHide);
    }

    /// The window is seen again.
    public void wake() {
        router.wake();
        watch();
    }

    /// Ends everything this window watches.
    public void close() {
        sleep();
        unwatch.run();
    }

    private Node placed(Banner banner) {
        Node node = banner.node();
        node.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !banner.notOn().contains(router.route().get()), router.route()));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private void lockWanted() {
        if (lock.locked().get()) {
            router.go(Route.LOCKDOWN);
        } else if (lock.serverUp().get()) {
            lock.wanted().run();
        }
    }

    /// Shows that the house is locked down, whoever did it; and that it no longer is.
    private void turn(boolean locked) {
        if (locked) {
            router.go(Route.LOCKDOWN);
        } else if (router.route().get() == Route.LOCKDOWN) {
            router.go(Route.OVERVIEW);
        }
    }

    private void watch() {
        always.forEach(Shown::onShow);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}
