// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.text.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The list of screens at the left.
final class NavRail extends VBox {
    private final Map<Route, ToggleButton> buttons = new EnumMap<>(Route.class);

    /// @param waiting how many things wait for the owner on a screen
    /// @param foot    what stands at its lower end, below the screens
    NavRail(Text text, Router router, Map<Route, ObservableIntegerValue> waiting, Node... foot) {
        super(4);
        getStyleClass().add("nav-rail");
        Label name = Labels.strong(text.get("app.name"));
        name.getStyleClass().add("brand");
        var screens = new VBox(4);
        for (Route route : Route.listed()) {
            ToggleButton button = button(text, route);
            // Not in a toggle group: those are one stop of the Tab key together.
            button.setOnAction(_ -> {
                router.go(route);
                select(route);
            });
            buttons.put(route, button);
            Optional.ofNullable(waiting.get(route)).ifPresent(count -> announce(text, route, button, count));
            screens.getChildren().add(button);
        }
        // What is always reachable stays in sight also where large letters leave little room.
        ScrollPane list = ScreenLayout.scrolling(screens);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(name, list);
        getChildren().addAll(foot);
        select(router.route().get());
        router.route().addListener((_, _, now) -> select(now));
    }

    private void select(Route route) {
        buttons.forEach((key, button) -> button.setSelected(key == route));
    }

    /// Says beside the name how much waits there.
    private static void announce(Text text, Route route, ToggleButton button, ObservableIntegerValue count) {
        Runnable show = () -> {
            String title = text.get(route.title());
            button.setText(count.get() == 0 ? title : text.get("rail.waiting", title, count.get()));
            button.setAccessibleText(count.get() == 0 ? title : text.get("rail.waiting.words", title, count.get()));
        };
        count.addListener((_, _, _) -> show.run());
        show.run();
    }

    private static ToggleButton button(Text text, Route route) {
        var button = new ToggleButton(text.get(route.title()), route.icon().node());
        button.setId("nav-" + route.id());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setTooltip(
                new Tooltip(text.get(route.title()) + "  " + route.shortcut().getDisplayText()));
        button.getStyleClass().add("nav-button");
        return button;
    }
}
