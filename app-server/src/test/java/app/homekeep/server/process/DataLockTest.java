// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir
    private Path data;

    @Test
    void a_second_attempt_in_the_same_process_is_refused_and_the_first_lock_survives_it() throws Exception {
        try (DataLock first = DataLock.take(data)) {
            assertRefused(ProcessHandle.current().pid());
            assertRefused(ProcessHandle.current().pid());

            assertThat(DataLock.holder(data)).hasValue(ProcessHandle.current().pid());
            assertThat(first).isNotNull();
            try (Holder other = Holder.start(data)) {
                assertThat(other.firstLine())
                        .isEqualTo("already_running:" + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void a_lock_that_was_given_back_can_be_taken_again() throws Exception {
        DataLock.take(data).close();

        assertThat(DataLock.holder(data)).isEmpty();
        try (DataLock again = DataLock.take(data)) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void another_process_that_has_the_lock_is_named() throws Exception {
        try (Holder other = Holder.start(data)) {
            assertThat(other.firstLine()).isEqualTo("taken");

            assertThat(DataLock.holder(data)).hasValue(other.pid());
            assertRefused(other.pid());
        }
    }

    @Test
    void the_lock_of_a_killed_process_is_free() throws Exception {
        try (Holder other = Holder.start(data)) {
            assertThat(other.firstLine()).isEqualTo("taken");
            other.kill();
        }

        assertThat(DataLock.holder(data)).isEmpty();
        DataLock.take(data).close();
    }

    @Test
    void a_folder_that_nothing_can_be_written_to_is_refused() throws Exception {
        Path file = Files.createFile(data.resolve("no-folder"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataLock.take(file))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("data_folder_unusable"));
    }

    private void assertRefused(long pid) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DataLock.take(data))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("already_running:" + pid))
                .satisfies(refused -> assertThat(refused.sentence()).contains(String.valueOf(pid)));
    }

    /// Another Java process that takes the lock and keeps it until its input ends.
    private record Holder(Process process, BufferedReader out) implements AutoCloseable {
        static Holder start(Path data) throws IOException {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LockHolder.class.getName(),
                            data.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Holder(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        String firstLine() throws IOException {
            return out.readLine();
        }

        long pid() {
            return process.pid();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }
}
