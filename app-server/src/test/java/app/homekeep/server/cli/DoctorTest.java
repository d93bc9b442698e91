// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.process.Logging;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    private Path data;

    @Test
    void a_missing_folder_is_found() {
        assertThat(doctor(data.resolve("nowhere")).folder().state()).isEqualTo(Finding.State.WRONG);
        assertThat(doctor(data).folder().state()).isEqualTo(Finding.State.FINE);
    }

    @Test
    void a_clock_that_was_set_back_is_found() throws Exception {
        Path log = Logging.file(data);
        Files.createDirectories(log.getParent());
        Files.createFile(log);

        Files.setLastModifiedTime(log, FileTime.from(NOW.minusSeconds(60)));
        assertThat(doctor(data).clock().state()).isEqualTo(Finding.State.FINE);

        Files.setLastModifiedTime(log, FileTime.from(NOW.plusSeconds(3600)));
        assertThat(doctor(data).clock().state()).isEqualTo(Finding.State.WRONG);
    }

    @Test
    void a_taken_port_is_found_and_a_way_out_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finding finding = LocalDoctor.port(new LocalDoctor.UsualPort("lan", taken.getLocalPort()));

            assertThat(finding.state()).isEqualTo(Finding.State.WRONG);
            assertThat(finding.sentence()).contains("--lan-port");
        }
    }

    @Test
    void without_a_server_its_database_is_not_looked_at() throws Exception {
        assertThat(new Doctor(data, Clock.fixed(NOW, ZoneOffset.UTC)).look())
                .filteredOn(finding -> finding.part().equals("database"))
                .singleElement()
                .extracting(Finding::state)
                .isEqualTo(Finding.State.NOT_LOOKED_AT);
    }

    private static LocalDoctor doctor(Path folder) {
        return new LocalDoctor(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
