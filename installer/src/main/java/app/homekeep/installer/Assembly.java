// SPDX-License-Identifier: Apache-2.0
package app.homekeep.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Lays out what `homekeep` runs from:
///
/// ```
/// homekeep/lib/server/*.jar     the server and the command line
/// homekeep/lib/panel/*.jar      the control panel
/// homekeep/lib/javafx/          JavaFX's modules for this system, their native libraries beside them
/// homekeep/lib/native/          SQLite's native library for this system
/// homekeep/lib/*.options        the Java options of both programs
/// homekeep/lib/serve.jsa        the server's classes as Java loads them fastest
/// homekeep/lib/assembled        as old as the start of the build: sources that are newer are not in it
/// ```
/// The folder appears whole or not at all.
public final class Assembly {
    private final Path project;
    private final String version;
    private final Platform platform = Platform.current();

    private Assembly(Path project, String version) {
        this.project = project;
        this.version = version;
    }

    /// @param arguments the project's folder, its version, when the build began (RFC 3339), the folder to make
    public static void main(String[] arguments) throws IOException {
        var assembly = new Assembly(Path.of(arguments[0]).toRealPath(), arguments[1]);
        assembly.layOut(Instant.parse(arguments[2]), Path.of(arguments[3]));
    }

    private void layOut(Instant begun, Path target) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Trees.delete(fresh);
        Path lib = Files.createDirectories(fresh.resolve("lib"));

        List<Path> server = jars("app-server");
        copy(server, lib.resolve("server"));
        List<Path> panel = jars("app-desktop");
        copy(select(panel, jar -> !isJavaFx(jar)), lib.resolve("panel"));
        List<Path> javaFx = select(panel, jar -> isJavaFx(jar) && platform.isJavaFxOf(jar));
        copy(javaFx, lib.resolve("javafx"));
        for (Path jar : javaFx) {
            // Found there by JavaFX itself, so that it unpacks nothing into the user's home.
            Trees.unpack(jar, platform::isNative, lib.resolve("javafx"));
        }
        for (Path jar : select(server, jar -> name(jar).startsWith("sqlite-jdbc"))) {
            Trees.unpack(jar, platform::isSqlite, lib.resolve("native"));
        }
        copy(children(project.resolve("installer/src/main/assembly")), lib);
        Path stamp = Files.createFile(lib.resolve("assembled"));
        Files.setLastModifiedTime(stamp, FileTime.from(begun));

        // New files for old: a program that still runs from the old ones keeps them.
        Trees.delete(target);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        Training.of(target);
    }

    /// The module's own jar and all that runs with it.
    private List<Path> jars(String module) throws IOException {
        Path built = project.resolve(module).resolve("target");
        var jars = new ArrayList<Path>();
        jars.add(built.resolve(module + "-" + version + ".jar"));
        String others = Files.readString(built.resolve("runtime.classpath")).strip();
        for (String jar : others.split(File.pathSeparator)) {
            jars.add(Path.of(jar));
        }
        return List.copyOf(jars);
    }

    private static boolean isJavaFx(Path jar) {
        return name(jar).startsWith("javafx-");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<Path> select(List<Path> files, Predicate<Path> those) {
        return files.stream().filter(those).toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void copy(List<Path> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Path file : files) {
            Files.copy(file, folder.resolve(name(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
