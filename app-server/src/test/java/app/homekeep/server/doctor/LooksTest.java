// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import app.homekeep.model.network.KnownNetwork.Standing;
import app.homekeep.server.network.ClosedBecause;
import app.homekeep.server.network.LanState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LooksTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final LanState OPEN =
            new LanState(Optional.empty(), OptionalInt.of(8443), OptionalInt.of(8081), List.of(), List.of());

    @TempDir
    private Path data;

    @Test
    void a_missing_folder_is_found() {
        Path nowhere = data.resolve("nowhere");

        assertThat(new FolderLook(nowhere).look())
                .containsExactly(Diagnosis.FOLDER_MISSING.of(DoctorPart.DATA, nowhere));
        assertThat(new FolderLook(data).look()).first().isEqualTo(Diagnosis.FOLDER_FINE.of(DoctorPart.DATA, data));
    }

    @Test
    void a_clock_that_was_set_back_is_found() throws IOException {
        Path log = Files.createFile(data.resolve("homekeep.log"));

        Files.setLastModifiedTime(log, FileTime.from(NOW.minusSeconds(60)));
        assertThat(clock(log, Optional.empty())).isEqualTo(Diagnosis.CLOCK_FINE.of(DoctorPart.CLOCK, NOW));

        Files.setLastModifiedTime(log, FileTime.from(NOW.plusSeconds(3600)));
        assertThat(clock(log, Optional.empty())).isEqualTo(Diagnosis.CLOCK_BEHIND_LOG.of(DoctorPart.CLOCK, NOW));
    }

    @Test
    void a_clock_that_is_a_year_behind_is_told_by_the_certificates() {
        Instant begin = NOW.plusSeconds(365 * 86_400);

        assertThat(clock(data.resolve("none.log"), Optional.of(begin)))
                .isEqualTo(Diagnosis.CLOCK_BEFORE_CERTIFICATE.of(DoctorPart.CLOCK, NOW, begin));
        assertThat(clock(data.resolve("none.log"), Optional.of(NOW.minusSeconds(1))))
                .isEqualTo(Diagnosis.CLOCK_FINE.of(DoctorPart.CLOCK, NOW));
    }

    @Test
    void a_taken_port_is_found_and_a_way_out_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThat(new PortLook(DoctorPart.LAN_DOOR, port, "--lan-port").look())
                    .containsExactly(Diagnosis.PORT_TAKEN.of(DoctorPart.LAN_DOOR, port, "--lan-port"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_door_says_why(ClosedBecause why) {
        var closed = new LanState(Optional.of(why), OptionalInt.empty(), OptionalInt.empty(), List.of(), List.of());

        List<Finding> found = new DoorsLook(() -> 1, () -> closed, () -> 8443, () -> 8081).look();

        assertThat(found)
                .filteredOn(each -> !each.part().equals("local_door"))
                .extracting(Finding::part, Finding::code)
                .containsExactly(
                        tuple("lan_door", "door_closed_" + why.wire()),
                        tuple("welcome_door", "door_closed_" + why.wire()));
        assertThat(new FirewallLook(() -> closed).look())
                .containsExactly(Diagnosis.LAN_DOOR_CLOSED.of(DoctorPart.FIREWALL));
    }

    @Test
    void a_door_that_does_not_answer_is_found() throws IOException {
        int nobody;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }

        assertThat(new DoorsLook(() -> nobody, () -> LanState.UNKNOWN, () -> 0, () -> 0).look())
                .first()
                .isEqualTo(Diagnosis.DOOR_SILENT.of(DoctorPart.LOCAL_DOOR, "127.0.0.1:" + nobody));
    }

    @Test
    void each_network_is_told_with_what_the_owner_has_said_of_it() {
        var state = new LanState(
                Optional.empty(),
                OptionalInt.of(8443),
                OptionalInt.empty(),
                List.of(),
                List.of(
                        new LanState.On("192.168.1.0/24", Standing.HOME, List.of()),
                        new LanState.On("10.0.0.0/8", Standing.UNKNOWN, List.of()),
                        new LanState.On("fd00::/64", Standing.HOME, List.of())));

        assertThat(new NetworkLook(() -> state).look())
                .containsExactly(
                        Diagnosis.NETWORK_HOME.of(DoctorPart.NETWORK, "192.168.1.0/24, fd00::/64"),
                        Diagnosis.NETWORK_UNKNOWN.of(DoctorPart.NETWORK, "10.0.0.0/8"));
        assertThat(new NetworkLook(() -> OPEN).look()).containsExactly(Diagnosis.NETWORK_NONE.of(DoctorPart.NETWORK));
    }

    @Test
    void the_name_is_fine_when_it_was_heard_and_the_computers_own_will_do() {
        assertThat(name(true, Optional.of("homekeep-abc123.local"))).isEqualTo("name_fine");
        assertThat(name(true, Optional.of("kitchen.local"))).isEqualTo("name_of_machine");
        assertThat(name(true, Optional.empty())).isEqualTo("name_unheard");
        assertThat(name(false, Optional.of("kitchen.local"))).isEqualTo("name_fine");
        assertThat(name(false, Optional.empty())).isEqualTo("name_off");
    }

    @Test
    void a_firewall_that_can_be_seen_is_a_hint_with_the_ports() throws IOException {
        assertThat(firewall("Linux")).isEqualTo(Diagnosis.FIREWALL_NONE.of(DoctorPart.FIREWALL));

        Path wants = Files.createDirectories(data.resolve("etc/systemd/system/sysinit.target.wants"));
        Files.createSymbolicLink(wants.resolve("nftables.service"), Path.of("/lib/systemd/system/nftables.service"));
        assertThat(firewall("Linux"))
                .isEqualTo(Diagnosis.FIREWALL_NFTABLES.of(DoctorPart.FIREWALL, "8443/tcp 8081/tcp"));

        Files.writeString(Files.createDirectories(data.resolve("proc/812")).resolve("comm"), "firewalld\n");
        assertThat(firewall("Linux").code()).isEqualTo("firewall_firewalld");

        Path ufw = Files.createDirectories(data.resolve("etc/ufw")).resolve("ufw.conf");
        Files.writeString(ufw, "# ufw\nENABLED=no\n");
        assertThat(firewall("Linux").code()).isEqualTo("firewall_firewalld");
        Files.writeString(ufw, "# ufw\nENABLED=yes\n");
        assertThat(firewall("Linux").code()).isEqualTo("firewall_ufw");

        assertThat(firewall("Windows 11").code()).isEqualTo("firewall_windows");
        assertThat(firewall("Mac OS X").code()).isEqualTo("firewall_mac");
    }

    private Finding firewall(String system) {
        return new FirewallLook(() -> OPEN, data, system).look().getFirst();
    }

    private static String name(boolean announced, Optional<String> heard) {
        return new NameLook("homekeep-abc123.local", () -> true, () -> announced, () -> heard)
                .look()
                .getFirst()
                .code();
    }

    private static Finding clock(Path log, Optional<Instant> begin) {
        return new ClockLook(log, Clock.fixed(NOW, ZoneOffset.UTC), () -> begin)
                .look()
                .getFirst();
    }
}
