// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.server.tls.Certs.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("LF-12")
class DoorCertificatesTest {
    @TempDir
    Path data;

    private Home home;

    @BeforeEach
    void open() {
        home = new Home(data);
    }

    @AfterEach
    void close() {
        home.close();
    }

    private DoorCertificates doors() {
        return DoorCertificates.open(home.folder, home.box, home.open(), home.random, home.clock);
    }

    private DoorCertificates using(Made leaf) {
        DoorCertificates doors = doors();
        doors.prepare(Optional.of(new KeyedChain(List.of(leaf.certificate()), leaf.key())))
                .show()
                .run();
        return doors;
    }

    private Made leaf(Duration left) {
        Instant now = home.clock.instant();
        return Certs.leaf("files.example.org")
                .during(now.minus(Duration.ofDays(10)), now.plus(left))
                .make();
    }

    @ParameterizedTest
    @CsvSource({
        "P31D, 31",
        "P29D, 29",
        "P7D, 7",
        "P6D, 6",
        "PT1H, 0",
        "-PT1H, -1",
        "-P1DT1H, -2",
    })
    void the_days_that_are_left_are_watched(Duration left, int days) {
        // The clock goes on while the test runs.
        DoorCertificates doors = using(leaf(left.plusMinutes(5)));

        assertThat(doors.describe().daysLeft()).isEqualTo(days);
        doors.watch();
    }

    @ParameterizedTest
    @CsvSource({"truncated", "swapped", "emptied", "replaced"})
    void a_damaged_own_certificate_gives_way_to_the_home_cas(String damage) throws IOException {
        Path file = home.folder.resolve("own.pem");
        using(leaf(Duration.ofDays(60)));
        String good = Files.readString(file);
        using(leaf(Duration.ofDays(61)));
        String other = Files.readString(file);
        int key = good.indexOf("-----BEGIN HOMEKEEP");
        Files.writeString(
                file,
                switch (damage) {
                    case "truncated" -> good.substring(0, key + 60);
                    case "swapped" -> good.substring(0, key) + other.substring(other.indexOf("-----BEGIN HOMEKEEP"));
                    case "emptied" -> "";
                    default -> good.replace("HOMEKEEP SEALED KEY", "PRIVATE KEY");
                });

        DoorCertificates doors = doors();

        assertThat(doors.describe().kind()).isEqualTo(DoorCertificate.Kind.HOME);
        assertThat(doors.damaged()).isTrue();
        assertThat(doors.names("files.example.org")).isFalse();
        assertThat(doors.hasOwn()).isTrue();
    }

    @Test
    void a_change_that_is_undone_leaves_the_disk_as_it_was() throws IOException {
        DoorCertificates doors = using(leaf(Duration.ofDays(60)));
        String before = Files.readString(home.folder.resolve("own.pem"));

        doors.prepare(Optional.empty()).undo().run();

        assertThat(home.folder.resolve("own.pem")).hasContent(before);
        assertThat(doors.describe().kind()).isEqualTo(DoorCertificate.Kind.OWN);
    }

    @Test
    void the_home_ca_stays_what_it_is() {
        String root = home.open().fingerprint();

        assertThat(using(leaf(Duration.ofDays(60))).home().fingerprint()).isEqualTo(root);
    }
}
