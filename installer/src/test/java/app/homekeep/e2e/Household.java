// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import app.homekeep.desktop.admin.RunFolder;
import app.homekeep.desktop.server.FirstRunPlan;
import app.homekeep.desktop.server.ServerProgram;
import app.homekeep.desktop.server.ServerState.Running;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A fresh data folder, the program put together, and whatever panels and servers a test makes of them.
final class Household implements AutoCloseable {
    static final String OWNER = "anna";
    static final String PASSWORD = "ein Kürbis und 3 Äpfel";

    private static final byte[] SQLITE = "SQLite format 3".getBytes(StandardCharsets.US_ASCII);

    private final Path data;
    private final Path files;
    private final ServerProgram program = ServerProgram.own();
    private final List<Panel> panels = new ArrayList<>();

    Household(Path folder) {
        data = folder.resolve("data");
        files = folder.resolve("our files");
    }

    /// A server was made in it, and its doors open on any free ports.
    static Household settled(Path folder) {
        var household = new Household(folder);
        Panel panel = household.panel();
        panel.firstRun().create(household.plan());
        return household;
    }

    FirstRunPlan plan() {
        return new FirstRunPlan("Our Home", OWNER, PASSWORD, files, true);
    }

    Path data() {
        return data;
    }

    /// Another panel of the same data folder, whose server takes any ports.
    Panel panel() {
        var panel = new Panel(data, program);
        List.of("local", "lan", "welcome").forEach(door -> panel.ports().use(door, 0));
        panels.add(panel);
        return panel;
    }

    /// The server ends as in a power cut.
    static void kill(Running server) {
        ProcessHandle process = ProcessHandle.of(server.info().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /// The files that hold a database.
    List<Path> databases() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Household::isDatabase).toList();
        }
    }

    /// Nothing that runs is left behind.
    @Override
    public void close() {
        panels.forEach(Panel::close);
        new RunFolder(data).read().flatMap(info -> ProcessHandle.of(info.pid())).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private static boolean isDatabase(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
        } catch (IOException e) {
            return false;
        }
    }
}
