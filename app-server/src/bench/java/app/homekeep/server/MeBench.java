// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The signed-in `GET /api/v1/auth/me` of a real server, and the same bytes from a bare Undertow handler, both in this
/// process, each over HTTP and over HTTPS. `me.sh` beside the benchmarks loads them in turns.
public final class MeBench {
    private static final int BARE = 9001;
    private static final int BARE_SECURE = 9002;

    private MeBench() {}

    /// Prints what to load, then runs until it is stopped.
    public static void main(String[] arguments) throws Exception {
        try (var home = new BenchHome(true);
                HttpClient http = HttpClient.newHttpClient()) {
            String cookie = home.cookie();
            home.rates(false);
            String path = home.local() + "/api/v1/auth/me";
            byte[] body = http.send(
                            HttpRequest.newBuilder(URI.create(path))
                                    .header("Cookie", cookie)
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
            Undertow bare = Undertow.builder()
                    .addHttpListener(BARE, "127.0.0.1")
                    .addHttpsListener(BARE_SECURE, "127.0.0.1", certificate())
                    .setIoThreads(2)
                    .setBufferSize(16 * 1024 - 20)
                    .setDirectBuffers(true)
                    .setHandler(exchange -> {
                        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
                        exchange.getResponseSender().send(ByteBuffer.wrap(body));
                    })
                    .build();
            bare.start();
            System.out.println("bare http://127.0.0.1:" + BARE + "/");
            System.out.println("me " + path);
            System.out.println("bare-secure https://127.0.0.1:" + BARE_SECURE + "/");
            System.out.println("me-secure " + home.lan() + "/api/v1/auth/me");
            System.out.println("cookie " + cookie);
            Thread.currentThread().join();
        }
    }

    /// One of the kind that the LAN door has, made by the JDK's own tool.
    private static SSLContext certificate() throws Exception {
        Path folder = Files.createTempDirectory("homekeep-bench");
        Path store = folder.resolve("bare.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "bare",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "nothing",
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (made != 0) {
            throw new IllegalStateException("keytool failed");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), "nothing".toCharArray());
        BenchHome.delete(folder);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "nothing".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
