// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A stand-in that keeps the server's contract with the panel (lock, run file, control door, exit status) and behaves
/// as badly as the file `behaviour` in its data folder says. Runs in a process of its own, on nothing but the JDK.
public final class Main {
    private static final String TOKEN = "stand-in-token";

    private final Path data;
    private final String behaviour;
    private volatile String state = "running";

    private Main(Path data) throws IOException {
        this.data = data;
        Path file = data.resolve("behaviour");
        behaviour = Files.exists(file) ? Files.readString(file).strip() : "good";
    }

    public static void main(String[] arguments) throws Exception {
        List<String> list = List.of(arguments);
        if (list.getFirst().equals("init")) {
            init(list);
            return;
        }
        new Main(Path.of(list.get(list.indexOf("--data") + 1))).serve(list);
    }

    private static void init(List<String> arguments) throws IOException {
        Path data = arguments.stream()
                .filter(argument -> argument.startsWith("--data="))
                .map(argument -> Path.of(argument.substring("--data=".length())))
                .findFirst()
                .orElseThrow();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = in.readLine();
        if (password.length() < 12) {
            System.err.println("homekeep: This password is too short. [bad_request]");
            System.exit(1);
        }
        Files.writeString(data.resolve("init"), String.join("\n", arguments) + "\n" + password + in.readLine());
    }

    private void serve(List<String> arguments) throws Exception {
        Files.writeString(data.resolve("arguments"), String.join(" ", arguments));
        Files.writeString(
                data.resolve("environment"), String.join(" ", System.getenv().keySet()));
        System.out.println("stand-in: " + behaviour);
        if (behaviour.startsWith("refuse")) {
            System.err.println("homekeep: It will not do. [" + behaviour.substring("refuse ".length()) + "]");
            System.exit(1);
        }
        if (behaviour.equals("crash")) {
            System.err.println("out of luck");
            System.exit(42);
        }
        Path run = Files.createDirectories(data.resolve("run"));
        var lock = FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            System.err.println("homekeep: Another one runs. [already_running:unknown]");
            System.exit(1);
        }
        if (behaviour.equals("hang")) {
            new CountDownLatch(1).await();
        }
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::atTheEnd));
        writeRunFile(run, http.getAddress().getPort());
        System.out.println("ready local=http://localhost:8080 lan=-");
        new CountDownLatch(1).await();
    }

    private void atTheEnd() {
        try {
            if (behaviour.equals("deaf")) {
                new CountDownLatch(1).await();
            }
            Files.deleteIfExists(data.resolve("run/server.json"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeRunFile(Path run, int port) throws IOException {
        Path fresh = Files.createTempFile(
                run,
                "server",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, """
                {"pid":%d,"version":"0.1.0","started_at":"2026-11-21T10:00:00.000Z",
                 "control":{"url":"http://127.0.0.1:%d","token":"%s"},
                 "local":"http://localhost:8080","lan":null,"welcome":null}
                """.formatted(ProcessHandle.current().pid(), port, TOKEN));
        Files.move(fresh, run.resolve("server.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean silent = Files.exists(data.resolve("silent"));
        if (silent || !("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"No.\",\"code\":\"not_signed_in\",\"request_id\":\"r\"}");
            return;
        }
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /api/v1/system/health" -> answer(exchange, 200, "{\"status\":\"ok\",\"down\":[]}");
            case "GET /control/status" -> answer(exchange, 200, status());
            case "POST /control/stop" -> {
                state = "stopping";
                answer(exchange, 202, "{\"transfers\":2,\"drain_seconds\":0}");
                if (behaviour.equals("good")) {
                    Thread.ofPlatform().start(() -> System.exit(0));
                }
            }
            default -> answer(exchange, 404, "{\"error\":\"No.\",\"code\":\"not_found\",\"request_id\":\"r\"}");
        }
    }

    private String status() {
        return """
                {"name":"Home","state":"%s","version":"0.1.0","pid":%d,"started_at":"2026-11-21T10:00:00.000Z",
                 "owner":"anna","data":"","files":"","addresses":[],"users":1,"sessions":0,"transfers":2,
                 "traffic":{"requests":0,"received_bytes":0,"sent_bytes":0},
                 "disk":{"free_bytes":1,"total_bytes":2},"certificate":null}
                """.formatted(state, ProcessHandle.current().pid());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
