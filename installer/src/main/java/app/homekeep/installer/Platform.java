// SPDX-License-Identifier: Apache-2.0
package app.homekeep.installer;

import java.nio.file.Path;
import java.util.Locale;

/// What the jars call the system and the processor that this build is for.
///
/// @param javaFx  as in `javafx-graphics-26.0.2-linux.jar`
/// @param sqlite  as in `org/sqlite/native/Linux/x86_64/`
/// @param library how a native library's name ends
record Platform(String javaFx, String sqlite, String library) {
    /// The one this runs on.
    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String system, String processor) {
        boolean arm = processor.equals("aarch64");
        String folder = arm ? "aarch64" : "x86_64";
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return new Platform("win", "Windows/" + folder, ".dll");
        }
        if (name.contains("mac")) {
            return new Platform(arm ? "mac-aarch64" : "mac", "Mac/" + folder, ".dylib");
        }
        return new Platform(arm ? "linux-aarch64" : "linux", "Linux/" + folder, ".so");
    }

    /// JavaFX also has jars without a system, which hold nothing.
    boolean isJavaFxOf(Path jar) {
        return jar.toString().endsWith("-" + javaFx + ".jar");
    }

    boolean isNative(String entry) {
        return entry.endsWith(library);
    }

    boolean isSqlite(String entry) {
        return entry.startsWith("org/sqlite/native/" + sqlite + "/") && isNative(entry);
    }
}
