// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Icons;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The panel's screens, in the order of the rail. Rail, router, shortcuts and tests read this one list.
public enum Route {
    OVERVIEW(Icons.OVERVIEW, KeyCode.DIGIT1),
    PEOPLE(Icons.PEOPLE, KeyCode.DIGIT2),
    SESSIONS(Icons.SESSIONS, KeyCode.DIGIT3),
    SPACES(Icons.FOLDER, KeyCode.DIGIT4),
    AUDIT(Icons.AUDIT, KeyCode.DIGIT5),
    API_KEYS(Icons.KEY, KeyCode.DIGIT6);

    private final Icons icon;
    private final KeyCode digit;

    Route(Icons icon, KeyCode digit) {
        this.icon = icon;
        this.digit = digit;
    }

    public Icons icon() {
        return icon;
    }

    /// The key of its name.
    public String title() {
        return "route." + id();
    }

    /// Short and stable, such as `overview`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Shortcut (Ctrl or Command) and its number in the rail.
    public KeyCombination shortcut() {
        return new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
    }
}
