// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;

/// The signed-in `GET /api/v1/auth/me` of a real server, and the same bytes from a bare Undertow handler, both in this
/// process. `me.sh` beside the benchmarks loads them in turns.
public final class MeBench {
    private static final int BARE = 9001;

    private MeBench() {}

    /// Prints what to load, then runs until it is stopped.
    public static void main(String[] arguments) throws Exception {
        try (var home = new BenchHome();
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
            System.out.println("cookie " + cookie);
            Thread.currentThread().join();
        }
    }
}
