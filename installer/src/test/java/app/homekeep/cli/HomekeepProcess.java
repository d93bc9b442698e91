// SPDX-License-Identifier: Apache-2.0
package app.homekeep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.installer.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The program put together, run as a process of its own the way the launcher runs it.
final class HomekeepProcess {
    private static final long DEADLINE_SECONDS = 60;

    private HomekeepProcess() {}

    /// What came of a command.
    record Result(int status, String out, String err) {
        /// Fails with what the command said when it was refused.
        Result done() {
            assertThat(status).as("standard error: " + err).isZero();
            return this;
        }
    }

    /// Runs a command to its end.
    static Result run(String... words) throws IOException {
        return run("", Map.of(), words);
    }

    /// @param typed what stands on its standard input
    static Result run(String typed, Map<String, String> environment, String... words) throws IOException {
        Process process = start(environment, words);
        CompletableFuture<String> out = reading(process.inputReader());
        CompletableFuture<String> err = reading(process.errorReader());
        try (OutputStream input = process.getOutputStream()) {
            input.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        return new Result(await(process), out.join(), err.join());
    }

    /// Makes a home with the owner `anna`.
    static void init(Path data, String password) throws IOException {
        run(password + "\n", Map.of(), "init", "--data", data.toString(), "--owner", "anna", "--password-stdin")
                .done();
    }

    static int await(Process process) {
        try {
            if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + DEADLINE_SECONDS + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static Process start(Map<String, String> environment, String... words) throws IOException {
        Path lib = Project.HOME.resolve("lib");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + lib.resolve("server.options"),
                "-Dhomekeep.home=" + Project.HOME,
                "-cp",
                lib.resolve("server") + "/*",
                "app.homekeep.server.Main"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HOMEKEEP_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// On a thread of its own: a pool that has one to give would wait for the first reader to end.
    private static CompletableFuture<String> reading(BufferedReader reader) {
        return CompletableFuture.supplyAsync(
                () -> text(reader), task -> Thread.ofPlatform().daemon().start(task));
    }

    private static String text(BufferedReader reader) {
        try (reader) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A server in the foreground of a process of its own, on free ports. Killed at the end when it still runs.
    static final class Served implements AutoCloseable {
        private final Process process;
        private final CompletableFuture<String> err;
        private final BufferedReader out;
        private final String ready;

        private Served(Process process) throws IOException {
            this.process = process;
            this.err = reading(process.errorReader());
            this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null) {
                throw new AssertionError("ended before it was ready: " + err.join());
            }
            this.ready = line;
        }

        static Served on(Path data, String... more) throws IOException {
            return on(data, Map.of(), more);
        }

        static Served on(Path data, Map<String, String> environment, String... more) throws IOException {
            var words = new ArrayList<>(List.of("serve", "--data", data.toString(), "--local-port=0"));
            words.addAll(more.length > 0 ? List.of(more) : List.of("--lan-port=0", "--welcome-port=0"));
            return new Served(HomekeepProcess.start(environment, words.toArray(String[]::new)));
        }

        /// The line that said it was ready.
        String ready() {
            return ready;
        }

        /// The local door's origin.
        String local() {
            return ready.replaceFirst("^ready local=(\\S+).*$", "$1");
        }

        long pid() {
            return process.pid();
        }

        /// Asks it to end, as a system does that shuts down. By its handle, which leaves its outputs readable.
        void terminate() {
            process.toHandle().destroy();
        }

        void kill() {
            process.toHandle().destroyForcibly();
        }

        /// What it had said when it ended, after the line that said it was ready.
        Result ended() throws IOException {
            int status = HomekeepProcess.await(process);
            return new Result(status, out.readAllAsString(), err.join());
        }

        @Override
        public void close() {
            process.destroyForcibly();
            HomekeepProcess.await(process);
        }
    }

    /// Every byte of every file of a folder that is text enough to search in.
    static String allText(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        }
    }
}
