// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.StackPane;

/// Shows one screen at a time. Screens are built when first seen, and kept.
public final class Router {
    private final Map<Route, Supplier<Screen>> makers;
    private final Map<Route, Screen> made = new EnumMap<>(Route.class);
    private final ReadOnlyObjectWrapper<Route> route = new ReadOnlyObjectWrapper<>(Route.OVERVIEW);
    private final StackPane place = new StackPane();
    private Optional<Screen> shown = Optional.empty();
    private boolean awake = true;

    /// @param makers one for each route
    public Router(Map<Route, Supplier<Screen>> makers) {
        this.makers = new EnumMap<>(makers);
    }

    public ReadOnlyObjectProperty<Route> route() {
        return route.getReadOnlyProperty();
    }

    StackPane place() {
        return place;
    }

    public void go(Route to) {
        Screen next = made.computeIfAbsent(
                to, key -> Objects.requireNonNull(makers.get(key), key::name).get());
        route.set(to);
        if (shown.filter(next::equals).isPresent()) {
            return;
        }
        shown.filter(_ -> awake).ifPresent(Screen::onHide);
        shown = Optional.of(next);
        place.getChildren().setAll(next.node());
        if (awake) {
            next.onShow();
        }
    }

    /// Nobody can see the window: what is shown stops its work.
    public void sleep() {
        if (awake) {
            awake = false;
            shown.ifPresent(Screen::onHide);
        }
    }

    /// The window is seen again.
    public void wake() {
        if (!awake) {
            awake = true;
            shown.ifPresent(Screen::onShow);
        }
    }
}
