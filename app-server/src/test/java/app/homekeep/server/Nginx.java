// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A real nginx in front of a server's local door, which ends TLS as docs/proxy.md says. It runs as a child of the
/// test,
/// with a configuration and a folder of its own.
final class Nginx implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param folder   an empty one, with `chain.pem` and `key.pem`
    /// @param forwards what it says in `X-Forwarded-For`
    static Nginx start(Path folder, String local, String forwards) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            Path configuration =
                    Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, local, forwards));
            Process process = new ProcessBuilder(program(), "-p", folder.toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.out").toFile())
                    .start();
            if (listens(process, port)) {
                return new Nginx(process, port);
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("nginx.out")));
    }

    /// Debian has it where only the administrator's path leads.
    private static String program() {
        Path usual = Path.of("/usr/sbin/nginx");
        return Files.isExecutable(usual) ? usual.toString() : "nginx";
    }

    private static String configuration(Path folder, int port, String local, String forwards) {
        return """
                daemon off;
                master_process off;
                worker_processes 1;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  server {
                    listen 127.0.0.1:%d ssl http2;
                    server_name files.example.org;
                    ssl_certificate %s/chain.pem;
                    ssl_certificate_key %s/key.pem;
                    client_max_body_size 0;
                    location / {
                      proxy_pass %s;
                      proxy_http_version 1.1;
                      proxy_set_header Connection "";
                      proxy_set_header Host $http_host;
                      proxy_set_header X-Forwarded-For %s;
                      proxy_set_header X-Forwarded-Proto $scheme;
                      proxy_set_header X-Forwarded-Host $http_host;
                      proxy_request_buffering off;
                      proxy_max_temp_file_size 0;
                      proxy_read_timeout 1h;
                    }
                  }
                }
                """.formatted(port, folder, folder, local.replace("localhost", "127.0.0.1"), forwards);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(Process process, int port) throws InterruptedException {
        while (process.isAlive()) {
            try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
        }
        return false;
    }

    /// By a name that is ours without a proxy as well.
    String origin() {
        return "https://localhost:" + port;
    }

    URI named(String path) {
        return URI.create("https://files.example.org:" + port + path);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
