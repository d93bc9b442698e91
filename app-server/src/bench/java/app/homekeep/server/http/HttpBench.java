// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Permission;
import app.homekeep.model.account.User;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.access.Proof;
import ch.qos.logback.classic.Level;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves the same bytes from bare Undertow and through the pipeline, in one process on the same number of threads, so
/// that a load generator shows what the pipeline costs.
///
/// ```
/// ./mvnw -q -pl app-server -am -Pbench -DskipTests test
/// wrk -t2 -c32 -d10s http://127.0.0.1:9001/
/// wrk -t2 -c32 -d10s -H 'Cookie: homekeep=anna' http://127.0.0.1:9002/instant
/// wrk -t2 -c32 -d10s -H 'Cookie: homekeep=anna' http://127.0.0.1:9002/virtual
/// ```
public final class HttpBench {
    private static final int BARE = 9001;
    private static final int OURS = 9002;
    private static final byte[] BODY = "{\"status\":\"ok\",\"down\":[]}".getBytes(StandardCharsets.UTF_8);

    private HttpBench() {}

    /// Runs until it is stopped.
    public static void main(String[] arguments) throws Exception {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            // A line for each request would be what is measured.
            root.setLevel(Level.WARN);
        }
        int threads = HttpLimits.standard().ioThreads();
        Undertow bare = Undertow.builder()
                .addHttpListener(BARE, "127.0.0.1")
                .setIoThreads(threads)
                .setBufferSize(HttpLimits.standard().buffer())
                .setDirectBuffers(true)
                .setHandler(exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
                    exchange.getResponseSender().send(ByteBuffer.wrap(BODY));
                })
                .build();
        bare.start();
        WebServer ours = WebServer.open(config());
        System.out.println("bare Undertow: http://127.0.0.1:" + BARE + "/");
        System.out.println("the pipeline:  http://127.0.0.1:" + ours.ports().local() + "/instant and /virtual");
        Thread.currentThread().join();
    }

    private static WebConfig config() throws Exception {
        var ids = new AtomicLong();
        var answer = new Answer.Whole(200, "application/json", BODY, Map.of(), List.of());
        var router = new Router(List.of(
                Route.get("/instant", Access.signedIn(), request -> answer).instant(),
                Route.get("/virtual", Access.signedIn(), request -> answer)));
        SSLContext none = SSLContext.getDefault();
        return new WebConfig(
                new Ports(
                        0,
                        OURS,
                        Ports.freeWithoutLan().lan(),
                        Ports.freeWithoutLan().welcome()),
                router,
                new Router(List.of()),
                new Remembered(),
                Rates.unlimited(),
                new Open(() -> {}),
                (door, host) -> Set.of("localhost", "127.0.0.1").contains(host),
                "token",
                () -> "owner",
                () -> none,
                Pipeline.NOTHING_ELSE,
                new DoorRules(() -> true, Proxies.NONE, () -> false, Set::of),
                () -> Long.toString(ids.incrementAndGet(), 36),
                HttpLimits.standard());
    }

    /// Knows one person, from memory.
    private static final class Remembered implements Callers {
        private final Caller anna = new Caller.SignedIn(
                User.active("u", "anna", "Anna", "user", Instant.EPOCH),
                Set.of(Permission.FILE_READ),
                "s",
                Instant.EPOCH,
                Proof.NONE);

        @Override
        public Optional<Caller> remembered(Credential credential, String address) {
            return Optional.of(anna);
        }

        @Override
        public Caller identify(Credential credential, String address) {
            return anna;
        }
    }
}
