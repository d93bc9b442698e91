// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import javafx.scene.control.Label;

/// A short word with a colour behind it; the word says what the colour says.
public final class Badge extends Label {
    /// What it means.
    public enum Tone {
        NEUTRAL,
        ACCENT,
        GOOD,
        WARN,
        BAD;

        private String style() {
            return "badge-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Badge(String words, Tone tone) {
        super(words);
        getStyleClass().addAll("badge", tone.style());
    }

    /// Shows something else.
    public void show(String words, Tone tone) {
        setText(words);
        getStyleClass().setAll("label", "badge", tone.style());
    }
}
