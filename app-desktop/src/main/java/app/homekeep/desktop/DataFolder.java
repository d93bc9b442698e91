// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where a server keeps what it knows.
final class DataFolder {
    private static final String OPTION = "--data";

    private DataFolder() {}

    /// What `--data DIR` or `--data=DIR` names, otherwise the system's usual place.
    static Path from(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(OPTION + "=")) {
                return Path.of(argument.substring(OPTION.length() + 1)).toAbsolutePath();
            }
            if (argument.equals(OPTION) && i + 1 < arguments.size()) {
                return Path.of(arguments.get(i + 1)).toAbsolutePath();
            }
        }
        return usual(System.getProperty("os.name", ""), System.getProperty("user.home", ""), System.getenv());
    }

    static Path usual(String system, String home, Map<String, String> environment) {
        String named = environment.getOrDefault("HOMEKEEP_DATA", "");
        if (!named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path base = local.isBlank() ? Path.of(home, "AppData", "Local") : Path.of(local);
            return base.resolve("Homekeep");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Homekeep");
        }
        String share = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = share.isBlank() ? Path.of(home, ".local", "share") : Path.of(share);
        return base.resolve("homekeep");
    }
}
