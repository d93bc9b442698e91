// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// Bytes on a socket, so that a test sees what really goes over the wire.
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final PushbackInputStream in;

    /// One answer.
    record Reply(int status, Map<String, List<String>> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// The only value of that header; empty when there is none.
        String header(String name) {
            List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (values.size() > 1) {
                throw new AssertionError("twice: " + name + " " + values);
            }
            return values.isEmpty() ? "" : values.getFirst();
        }
    }

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new PushbackInputStream(socket.getInputStream());
    }

    static RawClient open(TestServer server, DoorKind door) throws IOException {
        var plain = new Socket(InetAddress.getLoopbackAddress(), server.port(door));
        if (door != DoorKind.LAN) {
            return new RawClient(plain);
        }
        var secure = (SSLSocket)
                TestCertificate.CONTEXT.getSocketFactory().createSocket(plain, "localhost", server.port(door), true);
        secure.startHandshake();
        return new RawClient(secure);
    }

    /// Without a TLS handshake, whatever the door speaks.
    static RawClient openPlain(TestServer server, DoorKind door) throws IOException {
        return new RawClient(new Socket(InetAddress.getLoopbackAddress(), server.port(door)));
    }

    static Reply ask(TestServer server, DoorKind door, String request) {
        try (var wire = open(server, door)) {
            wire.send(request);
            return wire.reply(request.startsWith("HEAD "));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Bytes to a door without TLS, whatever it speaks, and its answer.
    static Reply askPlain(TestServer server, DoorKind door, String request) {
        try (var wire = openPlain(server, door)) {
            wire.send(request);
            return wire.reply(false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A request without a body, to `localhost`, whose connection ends with it.
    static String request(String method, String path, String... headers) {
        var all = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        boolean host = false;
        for (String header : headers) {
            all.append(header).append("\r\n");
            host |= header.toLowerCase(Locale.ROOT).startsWith("host:");
        }
        return all + (host ? "" : "Host: localhost\r\n") + "\r\n";
    }

    /// A request with a body.
    static String withBody(String method, String path, String body, String... headers) {
        var more = new ArrayList<>(List.of(headers));
        more.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        return request(method, path, more.toArray(String[]::new)) + body;
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    Socket socket() {
        return socket;
    }

    InputStream in() {
        return in;
    }

    /// Waits for the answer's first byte, or so many milliseconds.
    boolean answersWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            int first = in.read();
            if (first >= 0) {
                in.unread(first);
            }
            return true;
        } catch (SocketTimeoutException notYet) {
            return false;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /// Reads one answer to its end.
    Reply reply(boolean noBody) throws IOException {
        Reply head = head();
        if (noBody || head.status() == 204 || head.status() == 304) {
            return head;
        }
        byte[] body;
        if (head.header("Transfer-Encoding").equals("chunked")) {
            body = chunks();
        } else if (!head.header("Content-Length").isEmpty()) {
            int length = Integer.parseInt(head.header("Content-Length"));
            body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("the body broke off after " + body.length + " of " + length);
            }
        } else {
            body = in.readAllBytes();
        }
        return new Reply(head.status(), head.headers(), body);
    }

    /// Reads an answer's status line and headers.
    Reply head() throws IOException {
        String status = line();
        var headers = new LinkedHashMap<String, List<String>>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return new Reply(Integer.parseInt(status.split(" ")[1]), headers, new byte[0]);
    }

    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed after: " + line.toString(StandardCharsets.UTF_8));
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            body.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    /// Reads until the server closes or resets.
    ///
    /// @return how many bytes came
    int untilClosed() throws IOException {
        int count = 0;
        try {
            byte[] some = new byte[64 * 1024];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                count += read;
            }
        } catch (SocketException | SSLException reset) {
            // A reset is an end as well.
            return count;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
