// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.Routes;
import app.homekeep.model.control.RunFile;
import app.homekeep.server.network.Link;
import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.ServeOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// 10,000 requests over HTTPS, half of them on connections of their own and half on connections that are kept, while
/// the computer gets a new address again and again: each time the leaf is made anew and swapped, and the doors move.
/// None may be dropped.
///
/// ```
/// ./mvnw -q -pl app-server -am -Pbench -DskipTests -Dbench.main=app.homekeep.server.LeafSwapBench test
/// ```
public final class LeafSwapBench {
    private static final int REQUESTS = 10_000;
    private static final int BROWSERS = 8;
    private static final byte[] ASK =
            ("GET " + Routes.HEALTH + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

    private LeafSwapBench() {}

    public static void main(String[] arguments) throws Exception {
        BenchHome.quiet();
        Path folder = Files.createTempDirectory("homekeep-bench");
        Path data = folder.resolve("data");
        var networks = new AtomicReference<>(Optional.of(List.of(link(1))));
        var homekeep = new Homekeep(Clock.systemUTC(), new SecureRandom(), networks::get);
        homekeep.create(new NewHome(data, data.resolve("files"), BenchHome.OWNER, BenchHome.PASSWORD, "Bench", true));
        OptionalInt free = OptionalInt.of(0);
        try (var running = homekeep.start(new ServeOptions(data, free, free, free, false));
                var http = HttpClient.newHttpClient()) {
            RunFile file = running.runFile();
            int port = URI.create(Objects.requireNonNull(file.lan())).getPort();
            var left = new AtomicInteger(REQUESTS);
            var dropped = new AtomicInteger();
            List<Thread> browsers = IntStream.range(0, BROWSERS)
                    .mapToObj(i -> Thread.ofPlatform().start(() -> browse(port, i % 2 == 0, left, dropped)))
                    .toList();
            int swaps = 0;
            while (left.get() > 0) {
                networks.set(Optional.of(List.of(link(2 + swaps % 250))));
                swaps += moved(http, file) ? 1 : 0;
            }
            for (Thread browser : browsers) {
                browser.join();
            }
            System.out.printf(
                    "%d requests, %d leaf swaps and moves of the doors, %d dropped%n", REQUESTS, swaps, dropped.get());
        } finally {
            BenchHome.delete(folder);
        }
    }

    private static boolean moved(HttpClient http, RunFile file) throws IOException, InterruptedException {
        return http.send(
                                HttpRequest.newBuilder(URI.create(file.control().url() + Routes.CONTROL_RESTART_DOORS))
                                        .header(
                                                "Authorization",
                                                "Bearer " + file.control().token())
                                        .POST(BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private static Link link(int last) {
        return new Link(
                "192.168.1.1",
                "192.168.1.0/24",
                Optional.of("02:00:00:00:00:01"),
                List.of(InetAddress.ofLiteral("127.0.1." + last)));
    }

    private static void browse(int port, boolean keeps, AtomicInteger left, AtomicInteger dropped) {
        while (left.get() > 0) {
            try (Socket socket = connect(port)) {
                do {
                    if (left.decrementAndGet() < 0) {
                        return;
                    }
                    if (!asked(socket)) {
                        dropped.incrementAndGet();
                        break;
                    }
                } while (keeps);
            } catch (IOException e) {
                dropped.incrementAndGet();
                System.err.println(e);
            }
        }
    }

    private static boolean asked(Socket socket) throws IOException {
        socket.getOutputStream().write(ASK);
        var answer = new StringBuilder();
        while (answer.indexOf("}") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return false;
            }
            answer.append((char) next);
        }
        return answer.toString().startsWith("HTTP/1.1 200");
    }

    private static Socket connect(int port) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            var socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.ofLiteral("127.0.0.1"), port);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
