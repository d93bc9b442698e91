// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.text.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A screen in parts: their names in a row, one of them below. Only the one that is seen runs.
///
/// @param <S> the parts, in the order of the row
public final class Sections<S extends Enum<S>> extends VBox implements Shown {
    private final Map<S, Screen> screens;
    private final Map<S, ToggleButton> buttons;
    private final ObjectProperty<S> chosen;
    private final StackPane place = new StackPane();
    private boolean awake;

    /// @param screens one for each part
    /// @param chosen  which one is seen; may be changed from outside
    /// @param title   the key of a part's name
    public Sections(Text text, Map<S, Screen> screens, ObjectProperty<S> chosen, Function<S, String> title) {
        super(12);
        this.screens = new EnumMap<>(screens);
        this.chosen = chosen;
        buttons = new EnumMap<>(chosen.get().getDeclaringClass());
        var choices = new FlowPane(8, 8);
        for (S section : chosen.get().getDeclaringClass().getEnumConstants()) {
            ToggleButton button = make(text.get(title.apply(section)), title.apply(section), section);
            buttons.put(section, button);
            choices.getChildren().add(button);
        }
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(choices, place);
        chosen.addListener((_, before, now) -> turn(before, now));
        show(chosen.get());
    }

    /// The name of a part, to be said in another way.
    public ToggleButton button(S section) {
        return Objects.requireNonNull(buttons.get(section));
    }

    @Override
    public void onShow() {
        awake = true;
        screen(chosen.get()).onShow();
    }

    @Override
    public void onHide() {
        awake = false;
        screen(chosen.get()).onHide();
    }

    private void turn(S before, S now) {
        if (awake) {
            screen(before).onHide();
        }
        show(now);
        if (awake) {
            screen(now).onShow();
        }
    }

    private void show(S section) {
        place.getChildren().setAll(screen(section).node());
        mark();
    }

    private void mark() {
        buttons.forEach((section, button) -> button.setSelected(section == chosen.get()));
    }

    private Screen screen(S section) {
        return Objects.requireNonNull(screens.get(section));
    }

    private ToggleButton make(String words, String key, S section) {
        var button = new ToggleButton(words);
        button.setId("section-" + key.substring(key.lastIndexOf('.') + 1));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("section-button");
        button.setOnAction(_ -> {
            chosen.set(section);
            mark();
        });
        return button;
    }
}
