// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.control.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    private static final RunFile RUN_FILE = new RunFile(
            4711,
            "0.1.0",
            Instant.parse("2026-11-21T08:00:00Z"),
            new RunFile.Control("http://127.0.0.1:41234", "secret"),
            "http://localhost:8080",
            "https://homekeep-abcdef.local:8443",
            null);

    @TempDir
    private Path data;

    @Test
    void what_was_written_is_read_while_the_server_has_its_lock() throws Exception {
        try (DataLock lock = DataLock.take(data)) {
            RunFiles.write(data, RUN_FILE);

            assertThat(RunFiles.read(data)).contains(RUN_FILE);
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void the_file_is_as_the_contract_has_it() throws Exception {
        RunFiles.write(data, RUN_FILE);

        assertThat(Files.readString(RunFiles.of(data)))
                .isEqualTo("{\"pid\":4711,\"version\":\"0.1.0\",\"started_at\":\"2026-11-21T08:00:00.000Z\","
                        + "\"control\":{\"url\":\"http://127.0.0.1:41234\",\"token\":\"secret\"},"
                        + "\"local\":\"http://localhost:8080\",\"lan\":\"https://homekeep-abcdef.local:8443\","
                        + "\"welcome\":null}");
    }

    @Test
    void only_the_owner_s_account_can_read_it() throws Exception {
        RunFiles.write(data, RUN_FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(RunFiles.of(data))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("run"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_run_folder_that_others_could_enter_is_closed_to_them() throws Exception {
        Path run = Files.createDirectory(data.resolve("run"));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));

        RunFiles.write(data, RUN_FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_file_that_a_killed_server_left_behind_counts_for_nothing() throws Exception {
        RunFiles.write(data, RUN_FILE);

        assertThat(RunFiles.read(data)).isEmpty();
    }

    @Test
    void a_server_that_has_not_come_so_far_has_none() throws Exception {
        try (DataLock lock = DataLock.take(data)) {
            assertThat(RunFiles.read(data)).isEmpty();
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void writing_again_replaces_it_and_leaves_nothing_beside_it() throws Exception {
        RunFiles.write(data, RUN_FILE);
        RunFiles.write(data, RUN_FILE);

        try (Stream<Path> files = Files.list(data.resolve("run"))) {
            assertThat(files).containsExactly(RunFiles.of(data));
        }
    }
}
