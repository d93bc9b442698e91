// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    private Path data;

    @Test
    void the_tail_is_of_this_start_only() throws IOException {
        var log = new ServerLog(data);
        log.prepare();
        print(log, "old\n");

        ServerLog.Mark start = log.prepare();
        print(log, "new\n");

        assertThat(log.tail(start)).containsExactly("new");
    }

    @Test
    void the_tail_is_the_last_twenty_lines() throws IOException {
        var log = new ServerLog(data);
        ServerLog.Mark start = log.prepare();
        print(log, IntStream.rangeClosed(1, 100_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

        assertThat(log.tail(start)).hasSize(20).last().isEqualTo("line 100000");
    }

    @Test
    void a_log_that_is_too_large_is_put_aside() throws IOException {
        var log = new ServerLog(data);
        log.prepare();
        print(log, "x".repeat((int) ServerLog.LARGEST + 1));

        assertThat(log.prepare()).isEqualTo(ServerLog.Mark.BEGINNING);
        assertThat(data.resolve("logs/server.out.1")).hasSize(ServerLog.LARGEST + 1);
    }

    @Test
    void what_the_server_writes_comes_before_what_it_prints_and_nothing_twice() throws IOException {
        var log = new ServerLog(data);
        ServerLog.Mark start = log.prepare();
        Files.writeString(data.resolve("logs/homekeep.log"), "one\ntwo, a warning\n");
        print(log, "two, a warning\nkilled\n");

        assertThat(log.tail(start)).containsExactly("one", "two, a warning", "killed");
    }

    @Test
    void a_log_that_was_rolled_over_since_the_start_is_read_from_its_beginning() throws IOException {
        var log = new ServerLog(data);
        log.prepare();
        Files.writeString(data.resolve("logs/homekeep.log"), "a long line of long ago\n");
        ServerLog.Mark start = log.prepare();
        Files.writeString(data.resolve("logs/homekeep.log"), "new\n");

        assertThat(log.tail(start)).containsExactly("new");
    }

    @Test
    void no_log_has_no_tail() {
        assertThat(new ServerLog(data).tail(ServerLog.Mark.BEGINNING)).isEmpty();
    }

    private static void print(ServerLog log, String text) throws IOException {
        Files.writeString(log.printed(), text, StandardOpenOption.APPEND);
    }
}
