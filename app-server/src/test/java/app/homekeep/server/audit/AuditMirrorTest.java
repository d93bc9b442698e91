// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("FO-12")
class AuditMirrorTest {
    @TempDir
    Path folder;

    private AuditFixture audit;
    private final AtomicReference<Optional<Path>> place = new AtomicReference<>(Optional.empty());
    private Path file;

    @BeforeEach
    void open() {
        audit = new AuditFixture(folder, new ManualClock());
        file = folder.resolve("audit").resolve("audit.log");
        place.set(Optional.of(file));
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void each_row_becomes_a_line_in_a_private_file() throws IOException {
        try (var _ = mirror()) {
            for (int i = 0; i < 1200; i++) {
                audit.append(AuditFixture.login("user " + i));
            }
        }

        assertThat(lines()).isEqualTo(logLines()).hasSize(1200);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_a_crash_kept_from_it_is_written_at_the_next_start() throws IOException {
        try (var _ = mirror()) {
            audit.append(AuditFixture.login("anna"), AuditFixture.login("ben"));
        }
        audit.append(AuditFixture.login("cleo"), AuditFixture.login("dan"));
        Files.writeString(file, "2026-11-21T12:00:00.000Z | USER_LO", StandardOpenOption.APPEND);

        mirror().close();

        assertThat(lines()).isEqualTo(logLines()).hasSize(4);
    }

    @Test
    void a_file_moved_away_is_begun_anew_and_a_new_place_gets_the_whole_log() throws IOException {
        try (var _ = mirror()) {
            audit.append(AuditFixture.login("anna"));
        }
        Files.delete(file);
        Path elsewhere = folder.resolve("elsewhere.log");

        try (var mirror = mirror()) {
            audit.append(AuditFixture.login("ben"));
            place.set(Optional.of(elsewhere));
            mirror.placeChanged();
        }

        assertThat(Files.readAllLines(elsewhere)).isEqualTo(logLines()).hasSize(2);
    }

    @Test
    void nowhere_means_no_file_and_a_place_that_fails_hurts_nobody() throws IOException {
        place.set(Optional.empty());
        try (var _ = mirror()) {
            audit.append(AuditFixture.login("anna"));
            place.set(Optional.of(Files.createDirectory(folder.resolve("a folder"))));
            audit.append(AuditFixture.login("ben"));
            place.set(Optional.of(file));
            audit.append(AuditFixture.login("cleo"));
        }

        assertThat(lines()).isEqualTo(logLines()).hasSize(3);
    }

    @Test
    void a_first_line_cut_by_a_crash_is_written_again() throws IOException {
        audit.append(AuditFixture.login("anna"));
        for (String half : List.of("2026-", "2026-11-21T12:00:00.000Z | USER_LOGIN | an")) {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, half);

            mirror().close();

            assertThat(lines()).isEqualTo(logLines()).hasSize(1);
        }
    }

    @Test
    void somebody_elses_file_is_left_alone() throws IOException {
        Path theirs = Files.writeString(folder.resolve("theirs.log"), "their line\nhalf a li");
        place.set(Optional.of(theirs));

        try (var _ = mirror()) {
            audit.append(AuditFixture.login("anna"));
        }

        assertThat(theirs).hasContent("their line\nhalf a li");
    }

    private AuditMirror mirror() {
        return AuditMirror.start(audit.database, audit.events, place::get);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    private List<String> logLines() {
        return audit.database.read(handle -> AuditStore.after(handle, 0, 10_000)).stream()
                .map(AuditText::line)
                .toList();
    }
}
