// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.admin.AdminProblem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the server is run: by this JVM's own Java, from the folder the program was put together in.
///
/// @param java the Java launcher
/// @param home the folder that holds `lib/server.options` and `lib/server`
public record ServerProgram(Path java, Path home) {
    /// What the environment of a panel may hold that would harm a server: a packaged launcher's marks, and options that
    /// were meant for another JVM.
    private static final Set<String> NOT_FOR_CHILDREN = Set.of(
            "_JPACKAGE_LAUNCHER",
            "LD_LIBRARY_PATH",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "CLASSPATH");

    private static final String MAIN = "app.homekeep.server.Main";

    /// The one that belongs to this panel, found by the system property `homekeep.home`.
    ///
    /// @throws AdminProblem `program_incomplete` when the panel doesn't know where it lies
    public static ServerProgram own() {
        String home = System.getProperty("homekeep.home", "");
        if (home.isEmpty()) {
            throw incomplete();
        }
        return new ServerProgram(runningJava(), Path.of(home));
    }

    /// The command line of `serve` or `init`.
    ///
    /// @throws AdminProblem `program_incomplete` when something of the program is missing
    List<String> command(List<String> arguments) {
        Path lib = home.resolve("lib");
        Path options = lib.resolve("server.options");
        if (!Files.isRegularFile(options) || !Files.isDirectory(lib.resolve("server"))) {
            throw incomplete();
        }
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "@" + options,
                "-Dhomekeep.home=" + home,
                "-cp",
                lib.resolve("server") + File.separator + "*",
                MAIN));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /// Takes out what must not be handed on.
    static void clean(Map<String, String> environment) {
        environment.keySet().removeAll(NOT_FOR_CHILDREN);
    }

    private static Path runningJava() {
        Path bin = Path.of(System.getProperty("java.home"), "bin");
        for (String name : List.of("java", "java.exe")) {
            if (Files.isExecutable(bin.resolve(name))) {
                return bin.resolve(name);
            }
        }
        // A runtime that was stripped of its launchers runs by somebody else's.
        Optional<String> self = ProcessHandle.current().info().command();
        return Path.of(self.orElseThrow(ServerProgram::incomplete));
    }

    private static AdminProblem incomplete() {
        return new AdminProblem("program_incomplete", "Parts of Homekeep are missing: install it again.");
    }
}
