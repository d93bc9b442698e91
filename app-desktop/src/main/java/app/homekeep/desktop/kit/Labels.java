// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Labels in the panel's few sizes and voices.
public final class Labels {
    private Labels() {}

    public static Label plain(String words) {
        return label(words);
    }

    /// The title of a screen.
    public static Label title(String words) {
        return label(words, "screen-title");
    }

    /// The title of a part of a screen.
    public static Label heading(String words) {
        return label(words, "heading");
    }

    /// A large number or word that a card is about.
    public static Label large(String words) {
        return label(words, "large");
    }

    public static Label strong(String words) {
        return label(words, "strong");
    }

    /// What may be read second.
    public static Label muted(String words) {
        return label(words, "muted");
    }

    public static Label mono(String words) {
        return label(words, "mono");
    }

    /// Text that takes as many lines as it needs.
    public static Label wrapping(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label whose exact meaning is one hover away.
    public static Label explained(Label label, String tooltip) {
        label.setTooltip(new Tooltip(tooltip));
        return label;
    }

    private static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
