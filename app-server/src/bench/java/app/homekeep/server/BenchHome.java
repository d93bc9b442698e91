// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.control.RunFile;
import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real server with a home of its own in a temporary folder; the owner is `olga`. For benchmarks.
final class BenchHome implements AutoCloseable {
    static final String OWNER = "olga";
    static final String PASSWORD = "plum tree in the rain";

    private final Path folder;
    private final Program.Running running;
    private final HttpClient http = HttpClient.newHttpClient();

    /// For browsers on this machine only.
    BenchHome() throws IOException {
        this(false);
    }

    /// @param lan whether the LAN door is open, to this machine only
    BenchHome(boolean lan) throws IOException {
        quiet();
        folder = Files.createTempDirectory("homekeep-bench");
        var homekeep = new Homekeep(Clock.systemUTC(), new SecureRandom(), () -> Optional.of(List.of()));
        Path data = folder.resolve("data");
        homekeep.create(new NewHome(data, data.resolve("files"), OWNER, PASSWORD, "Bench", lan));
        OptionalInt free = OptionalInt.of(0);
        running = homekeep.start(new ServeOptions(data, free, free, free, !lan));
    }

    /// A line for each request would be what is measured.
    static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    /// The local door's origin, by its address.
    String local() {
        return running.runFile().local().replace("localhost", "127.0.0.1");
    }

    /// The LAN door's origin, by a loopback address.
    String lan() {
        return Objects.requireNonNull(running.runFile().lan()).replaceFirst("//[^:]*", "//127.0.0.1");
    }

    /// Signs the owner in.
    ///
    /// @return the cookie header
    String cookie() throws IOException, InterruptedException {
        HttpResponse<String> answer = signIn(http, OWNER, PASSWORD);
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("homekeep="))
                .map(line -> line.substring(0, line.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(answer.body()));
    }

    /// One sign-in over that client, which may come from an address of its own.
    HttpResponse<String> signIn(HttpClient client, String username, String password)
            throws IOException, InterruptedException {
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        return client.send(
                HttpRequest.newBuilder(URI.create(local() + "/api/v1/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /// Turns the rates off or on; the waits after wrong passwords stay.
    void rates(boolean on) throws IOException, InterruptedException {
        RunFile.Control control = running.runFile().control();
        http.send(
                HttpRequest.newBuilder(URI.create(control.url() + "/api/v1/settings"))
                        .header("Authorization", "Bearer " + control.token())
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString("{\"rate_limits_enabled\":" + on + "}"))
                        .build(),
                BodyHandlers.discarding());
    }

    /// A client that comes from that loopback address.
    static HttpClient from(String address) throws IOException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    @Override
    public void close() {
        running.close();
        http.close();
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(BenchHome::deleteOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
