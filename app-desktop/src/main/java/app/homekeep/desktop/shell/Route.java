// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Icons;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The panel's screens, in the order of the rail. Rail, router, shortcuts and tests read this one list.
public enum Route {
    OVERVIEW(Icons.OVERVIEW),
    PEOPLE(Icons.PEOPLE),
    SESSIONS(Icons.SESSIONS),
    SPACES(Icons.FOLDER),
    AUDIT(Icons.AUDIT),
    API_KEYS(Icons.KEY),
    SETTINGS(Icons.SETTINGS),
    /// Behind the red button.
    LOCKDOWN(Icons.LOCKDOWN);

    private final Icons icon;

    Route(Icons icon) {
        this.icon = icon;
    }

    /// Those that the rail lists: all but the one behind the red button.
    static List<Route> listed() {
        return Arrays.stream(values()).filter(route -> route != LOCKDOWN).toList();
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

    /// Shortcut (Ctrl or Command) and its number in the rail; Shortcut+Shift+L for the red button.
    public KeyCombination shortcut() {
        if (this == LOCKDOWN) {
            return new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
        }
        KeyCode digit = KeyCode.getKeyCode(Integer.toString(listed().indexOf(this) + 1));
        return new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN);
    }
}
