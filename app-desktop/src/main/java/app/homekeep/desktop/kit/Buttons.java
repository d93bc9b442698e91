// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Buttons that always have an id for tests and a name for a screen reader.
public final class Buttons {
    private Buttons() {}

    public static Button plain(String id, String words, Icons icon, Runnable action) {
        var button = new Button(words, icon.node());
        button.setId(id);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// The one thing to do on a screen.
    public static Button primary(String id, String words, Icons icon, Runnable action) {
        Button button = plain(id, words, icon, action);
        button.getStyleClass().add("accent");
        return button;
    }

    /// What can't be taken back.
    public static Button danger(String id, String words, Icons icon, Runnable action) {
        Button button = plain(id, words, icon, action);
        button.getStyleClass().addAll("danger", "button-outlined");
        return button;
    }

    /// Only an icon: its words are tooltip and accessible name.
    public static Button icon(String id, String words, Icons icon, Runnable action) {
        Button button = plain(id, "", icon, action);
        button.getStyleClass().addAll("button-icon", "flat");
        return named(button, words);
    }

    /// Says in full what a button with few or no words does.
    public static <B extends ButtonBase> B named(B button, String words) {
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
