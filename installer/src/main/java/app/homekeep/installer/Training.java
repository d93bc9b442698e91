// SPDX-License-Identifier: Apache-2.0
package app.homekeep.installer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs the assembled server once and lets Java keep the classes it loaded in an archive (AppCDS), which the next
/// starts
/// read instead: they take about half the time. Java checks each jar's size and time against the archive and does
/// without it when something has changed, which an AOT cache of JDK 25.0.3 does not do.
final class Training {
    private static final long PATIENCE_SECONDS = 60;
    private static final String PASSWORD =
            "only-for-a-moment-" + ProcessHandle.current().pid();

    private final Path lib;
    private final Path data;

    private Training(Path lib, Path data) {
        this.lib = lib;
        this.data = data;
    }

    /// Makes `serve.jsa` and has the server's options name it. Where that fails the program is as good without.
    static void of(Path home) throws IOException {
        Path lib = home.resolve("lib");
        Path data = Files.createTempDirectory("homekeep-training");
        try {
            Path fresh = lib.resolve("serve.jsa.new");
            new Training(lib, data).run(fresh);
            Path archive = Files.move(fresh, lib.resolve("serve.jsa"), StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(
                    lib.resolve("server.options"),
                    "# Only makes starting faster; not there, or not of these jars, it counts for nothing.\n"
                            + "-XX:SharedArchiveFile=\"" + archive.toString().replace("\\", "\\\\") + "\"\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println("homekeep: Starting will be slower: no class archive could be made. " + e.getMessage());
        } finally {
            Trees.delete(data);
        }
    }

    private void run(Path archive) throws IOException {
        Process init = start(List.of(), "init", "--owner=trainee", "--password-stdin");
        try (OutputStream input = init.getOutputStream()) {
            input.write(PASSWORD.getBytes(StandardCharsets.UTF_8));
        }
        finish(init);
        Process serve = start(
                List.of("-XX:ArchiveClassesAtExit=" + archive),
                "serve",
                "--local-port=0",
                "--lan-port=0",
                "--welcome-port=0");
        try (BufferedReader out = serve.inputReader()) {
            String ready = out.readLine();
            if (ready == null) {
                throw new IOException("The server did not start.");
            }
            visit(ready.replaceFirst("^ready local=(\\S+).*$", "$1"));
            finish(start(List.of(), "stop"));
            finish(serve);
        } finally {
            serve.destroyForcibly();
        }
    }

    /// What a browser does first, so that its classes are in the archive too.
    private static void visit(String origin) throws IOException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (String path : List.of("/", "/api/v1/system/health", "/api/v1/auth/me")) {
                send(browser, HttpRequest.newBuilder(URI.create(origin + path)));
            }
            send(
                    browser,
                    HttpRequest.newBuilder(URI.create(origin + "/api/v1/auth/login"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"username\":\"trainee\",\"password\":\"" + PASSWORD + "\"}")));
        }
    }

    private static void send(HttpClient browser, HttpRequest.Builder request) throws IOException {
        try {
            browser.send(request.build(), HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Process start(List<String> options, String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + lib.resolve("server.options"));
        command.addAll(options);
        command.addAll(List.of(
                "-Dhomekeep.home=" + lib.resolveSibling(""),
                "-cp",
                lib.resolve("server") + "/*",
                "app.homekeep.server.Main"));
        command.addAll(List.of(words));
        command.add("--data=" + data);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("HOMEKEEP_"));
        return builder.start();
    }

    private static void finish(Process process) throws IOException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("It took too long.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("It ended with status " + process.exitValue() + ".");
        }
    }
}
