// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.access.Access;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files: whole, in parts and on conditions, compared byte for byte.
class FileContentTest {
    private static final int LENGTH = 300_000;
    private static final String MODIFIED = "Sat, 21 Nov 2026 10:00:00 GMT";

    @TempDir
    private Path folder;

    private final byte[] bytes = new byte[LENGTH];
    private final List<FileChannel> opened = new CopyOnWriteArrayList<>();
    private TestServer server;

    @BeforeEach
    void open() throws IOException {
        new Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve("a.bin"), bytes);
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        server = TestServer.of(
                Route.get("/file", Access.anyone(), r -> content(file, LENGTH)),
                Route.get("/empty", Access.anyone(), r -> content(empty, 0)),
                Route.get("/shrunk", Access.anyone(), r -> content(file, LENGTH + 100_000)));
    }

    private Answer content(Path file, long length) throws IOException {
        FileChannel channel = FileChannel.open(file);
        opened.add(channel);
        return new Answer.FileContent(
                channel,
                length,
                "image/jpeg",
                "t1",
                Instant.parse("2026-11-21T10:00:00.500Z"),
                Map.of("Content-Disposition", "attachment"));
    }

    @AfterEach
    void close() {
        server.close();
        Eventually.holds(() -> opened.stream().noneMatch(FileChannel::isOpen));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=1-1, 1, 1",
        "bytes=65535-65536, 65535, 65536",
        "bytes=100000-249999, 100000, 249999",
        "bytes=299999-, 299999, 299999",
        "bytes=0-, 0, 299999",
        "bytes=5-999999999, 5, 299999",
        "bytes=-1, 299999, 299999",
        "bytes=-100000, 200000, 299999",
        "bytes=-999999999, 0, 299999",
        "bytes= 3-4 , 3, 4",
    })
    void a_range_is_exactly_those_bytes(String range, int first, int last) {
        for (DoorKind door : List.of(DoorKind.LOCAL, DoorKind.LAN)) {
            RawClient.Reply reply = server.ask(door, RawClient.request("GET", "/file", "Range: " + range));

            assertThat(reply.status()).isEqualTo(206);
            assertThat(reply.header("Content-Range")).isEqualTo("bytes " + first + "-" + last + "/" + LENGTH);
            assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(bytes, first, last + 1));
            assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=300000-",
        "bytes=300000-300001",
        "bytes=999999999999999999-",
        "bytes=-0",
    })
    void a_range_behind_the_end_is_416(String range) {
        RawClient.Reply reply = server.get("/file", "Range: " + range);

        assertThat(reply.status()).isEqualTo(416);
        assertThat(reply.header("Content-Range")).isEqualTo("bytes */" + LENGTH);
        assertThat(reply.text()).contains("range_not_satisfiable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-1,4-5",
                "bytes=5-2",
                "bytes=-",
                "bytes=a-b",
                "bytes=1",
                "bytes 0-1",
                "lines=0-1",
                "bytes=0-1-2",
                "bytes=+0-1",
                "bytes=99999999999999999999-",
            })
    void what_is_no_single_range_gets_the_whole(String range) {
        RawClient.Reply reply = server.get("/file", "Range: " + range);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(bytes);
    }

    @Test
    void the_whole_comes_with_all_that_is_known() {
        RawClient.Reply reply = server.get("/file");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(bytes);
        assertThat(reply.header("ETag")).isEqualTo("\"t1\"");
        assertThat(reply.header("Last-Modified")).isEqualTo(MODIFIED);
        assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment");
        assertThat(reply.header("Content-Encoding")).isEmpty();
    }

    @Test
    void an_empty_file_is_empty() {
        assertThat(server.get("/empty").status()).isEqualTo(200);
        assertThat(server.get("/empty").body()).isEmpty();
        assertThat(server.get("/empty", "Range: bytes=0-").status()).isEqualTo(416);
        assertThat(server.get("/empty", "Range: bytes=-5").status()).isEqualTo(416);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-None-Match: \"t1\" | X: y | 304",
                "If-None-Match: W/\"t1\" | X: y | 304",
                "If-None-Match: \"t0\", \"t1\" | X: y | 304",
                "If-None-Match: * | X: y | 304",
                "If-None-Match: \"t0\" | X: y | 200",
                "If-None-Match: t1 | X: y | 200",
                "If-None-Match: \"t0\" | If-Modified-Since: Sat, 21 Nov 2026 10:00:00 GMT | 200",
                "If-Modified-Since: Sat, 21 Nov 2026 10:00:00 GMT | X: y | 304",
                "If-Modified-Since: Sat, 21 Nov 2026 10:00:01 GMT | X: y | 304",
                "If-Modified-Since: Sat, 21 Nov 2026 09:59:59 GMT | X: y | 200",
                "If-Modified-Since: yesterday | X: y | 200",
                "If-Match: \"t1\" | X: y | 200",
                "If-Match: * | X: y | 200",
                "If-Match: \"t0\" | X: y | 412",
                "If-Match: W/\"t1\" | X: y | 412",
                "If-Match: \"t0\" | If-None-Match: \"t1\" | 412",
                "If-Match: \"t1\" | If-None-Match: \"t1\" | 304",
                "If-Unmodified-Since: Sat, 21 Nov 2026 10:00:00 GMT | X: y | 200",
                "If-Unmodified-Since: Sat, 21 Nov 2026 09:59:59 GMT | X: y | 412",
                "Range: bytes=0-9 | If-None-Match: \"t1\" | 304",
                "Range: bytes=0-9 | If-Match: \"t0\" | 412",
                "Range: bytes=0-9 | If-Range: \"t1\" | 206",
                "Range: bytes=0-9 | If-Range: \"t0\" | 200",
                "Range: bytes=0-9 | If-Range: W/\"t1\" | 200",
                "Range: bytes=0-9 | If-Range: Sat, 21 Nov 2026 10:00:00 GMT | 206",
                "Range: bytes=0-9 | If-Range: Sat, 21 Nov 2026 10:00:01 GMT | 200",
                "Range: bytes=0-9 | If-Range: Sat, 21 Nov 2026 09:59:59 GMT | 200",
                "Range: bytes=999999- | If-Range: \"t0\" | 200",
            })
    void conditions_are_met_in_their_order(String first, String second, int status) {
        RawClient.Reply reply = server.get("/file", first, second);

        assertThat(reply.status()).isEqualTo(status);
        if (status == 304) {
            assertThat(reply.header("ETag")).isEqualTo("\"t1\"");
            assertThat(reply.header("Content-Length")).isEmpty();
        }
    }

    @Test
    void a_head_tells_the_length_of_the_whole() {
        RawClient.Reply reply = server.ask(RawClient.request("HEAD", "/file", "Range: bytes=0-9"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(LENGTH));
    }

    @Test
    void a_file_that_became_shorter_breaks_off_instead_of_lying() throws IOException {
        try (var client = RawClient.open(server, DoorKind.LOCAL)) {
            client.send(RawClient.request("GET", "/shrunk"));
            assertThat(client.head().status()).isEqualTo(200);

            assertThat(client.untilClosed()).isLessThan(LENGTH + 100_000);
        }
    }

    @Test
    void one_connection_takes_many() throws IOException {
        try (var client = RawClient.open(server, DoorKind.LAN)) {
            for (int i = 0; i < 10; i++) {
                client.send("GET /file HTTP/1.1\r\nHost: localhost\r\nRange: bytes=" + i + "-\r\n\r\n");
                assertThat(client.reply(false).body()).isEqualTo(Arrays.copyOfRange(bytes, i, LENGTH));
            }
        }
    }
}
