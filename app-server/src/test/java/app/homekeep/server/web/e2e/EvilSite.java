// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// Somebody else's page, open in the same browser: on another port of this machine, and under a foreign name.
final class EvilSite implements AutoCloseable {
    /// A name of which Chromium is told that it leads to this machine.
    static final String HOST = "evil.example";

    private final HttpServer server;

    private EvilSite(HttpServer server) {
        this.server = server;
    }

    static EvilSite open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            byte[] page = "<!doctype html><title>Kittens</title>".getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
            return new EvilSite(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Another site altogether.
    String foreign() {
        return "http://" + HOST + ":" + server.getAddress().getPort() + "/";
    }

    /// The same site as the local door by the rules of cookies, which know no ports.
    String neighbour() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
