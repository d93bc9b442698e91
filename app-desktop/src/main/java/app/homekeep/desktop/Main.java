// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/// Opens the control panel.
///
/// ```
/// java -Dhomekeep.home=FOLDER --module-path … --add-modules javafx.controls -cp … app.homekeep.desktop.Main [--data
/// DIR]
/// ```
///
/// - `--data DIR`: the server's data folder; otherwise `HOMEKEEP_DATA`, otherwise the system's usual one
/// - `homekeep.home`: the folder the program was put together in, with `lib/server`, `lib/panel` and `lib/javafx`
///
/// Ends with 0 when the window was closed, with 2 when there is no screen to show it on.
public final class Main {
    private static final int NO_SCREEN = 2;

    private Main() {}

    public static void main(String[] arguments) {
        if (!hasScreen(System.getProperty("os.name", ""), System.getenv(), System.getProperty("glass.platform", ""))) {
            refuse();
        }
        try {
            Application.launch(DesktopApp.class, arguments);
        } catch (UnsupportedOperationException e) {
            // JavaFX says so when the display that is named can't be opened.
            refuse();
        }
    }

    /// Whether there can be a window; on Linux that needs a display.
    static boolean hasScreen(String system, Map<String, String> environment, String glass) {
        return !system.toLowerCase(Locale.ROOT).startsWith("linux")
                || glass.equalsIgnoreCase("headless")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    private static void refuse() {
        System.err.println("There is no screen to show the control panel on. Without one, use the command line:"
                + " 'homekeep init' makes a server, 'homekeep serve' runs it.");
        System.exit(NO_SCREEN);
    }
}
