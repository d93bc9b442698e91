// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where things are kept when nobody says where.
public final class DefaultFolders {
    private DefaultFolders() {}

    /// This user's data folder: `HOMEKEEP_DATA`, else the system's usual place.
    public static Path data() {
        return data(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path data(String system, String home, Map<String, String> environment) {
        String named = environment.getOrDefault("HOMEKEEP_DATA", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return under(environment.get("LOCALAPPDATA"), Path.of(home, "AppData", "Local"), "Homekeep");
        }
        if (name.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Homekeep");
        }
        return under(environment.get("XDG_DATA_HOME"), Path.of(home, ".local", "share"), "homekeep");
    }

    /// The XDG specification: a relative path in the variable is to be ignored.
    private static Path under(@Nullable String named, Path usual, String leaf) {
        boolean usable = named != null && !named.isBlank() && Path.of(named).isAbsolute();
        return (usable ? Path.of(named) : usual).resolve(leaf);
    }
}
