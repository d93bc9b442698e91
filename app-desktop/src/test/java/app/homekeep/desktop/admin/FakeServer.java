// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// The other side of the wire contract: a control door with a lock and a run file, that says what the test wants.
final class FakeServer implements AutoCloseable {
    static final String TOKEN = "s3cret-token";

    private static final String END = "\0end";

    private record Reply(int status, String body) {}

    private final Path run;
    private final HttpServer http;
    private final FileChannel lock;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<BlockingQueue<String>> streams = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();

    FakeServer(Path data) throws IOException {
        run = Files.createDirectories(data.resolve("run"));
        lock = FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
        writeRunFile("http://127.0.0.1:" + port());
    }

    int port() {
        return http.getAddress().getPort();
    }

    /// What the next requests of that method and path, query included, are answered with.
    void reply(String request, int status, String body) {
        replies.put(request, new Reply(status, body));
    }

    /// Sends raw text to all event streams.
    void stream(String text) {
        streams.forEach(stream -> stream.add(text));
    }

    void endStream() {
        stream(END);
    }

    void writeRunFile(String controlUrl) throws IOException {
        Path file = run.resolve("server.json");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, """
                {"pid":%d,"version":"0.1.0","started_at":"2026-11-21T10:00:00.000Z",
                 "control":{"url":"%s","token":"%s"},"local":"http://localhost:8080","lan":null,"welcome":null}
                """.formatted(ProcessHandle.current().pid(), controlUrl, TOKEN));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            request += " without the token";
        }
        requests.add(request);
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (exchange.getRequestURI().getPath().equals("/control/events")) {
            sendEvents(exchange);
            return;
        }
        Reply reply = Optional.ofNullable(replies.get(request)).orElseGet(() -> new Reply(404, "not json"));
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void sendEvents(HttpExchange exchange) throws IOException {
        var events = new LinkedBlockingQueue<String>();
        streams.add(events);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.flush();
            for (String text = events.take(); !text.equals(END); text = events.take()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        endStream();
        http.stop(0);
        lock.close();
        Files.deleteIfExists(run.resolve("server.json"));
    }
}
