// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.async.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    private Path data;

    private final AtomicInteger shown = new AtomicInteger();

    @Test
    void the_second_panel_gives_way_and_the_first_shows_itself() throws IOException {
        try (var _ = SingleInstance.claim(data, shown::incrementAndGet).orElseThrow()) {
            assertThat(SingleInstance.claim(data, shown::decrementAndGet)).isEmpty();

            Await.until("the first panel to show itself", () -> shown.get() == 1);
        }
    }

    @Test
    void a_data_folder_that_the_panel_makes_is_private() throws IOException {
        Path fresh = data.resolve("not yet/there");

        try (var _ = SingleInstance.claim(fresh, shown::incrementAndGet).orElseThrow()) {
            for (Path folder : List.of(fresh, fresh.resolve("run"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void a_panel_that_ended_makes_room() throws IOException {
        SingleInstance.claim(data, shown::incrementAndGet).orElseThrow().close();

        try (var _ = SingleInstance.claim(data, shown::incrementAndGet).orElseThrow()) {
            assertThat(shown).hasValue(0);
        }
    }

    @Test
    void a_socket_that_a_killed_panel_left_is_no_obstacle() throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.createFile(data.resolve("run/panel.sock"));

        try (var _ = SingleInstance.claim(data, shown::incrementAndGet).orElseThrow()) {
            assertThat(SingleInstance.claim(data, shown::decrementAndGet)).isEmpty();
            Await.until("the panel to show itself", () -> shown.get() == 1);
        }
    }

    @Test
    void a_folder_too_deep_for_a_socket_still_has_one_panel() throws IOException {
        Path deep = data.resolve("d".repeat(120));

        try (var _ = SingleInstance.claim(deep, shown::incrementAndGet).orElseThrow()) {
            assertThat(SingleInstance.claim(deep, shown::decrementAndGet)).isEmpty();
        }
    }
}
