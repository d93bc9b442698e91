// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.Finding;
import app.homekeep.model.control.Finding.State;
import app.homekeep.server.TestServer;
import app.homekeep.server.network.Link;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Link HOME = new Link(
            "192.168.1.1",
            "192.168.1.0/24",
            Optional.of("02:00:00:00:00:01"),
            List.of(InetAddress.ofLiteral("127.0.0.2")));

    private TestServer server;
    private Console console;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = TestServer.start(folder, HOME);
        server.set("announce_name", "false");
        console = Console.beside(server);
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
        server.close();
    }

    @Test
    void the_command_line_and_the_panel_are_told_the_same() {
        server.clock().stop();

        int status = console.run("", "doctor", "--json");

        assertThat(status).isZero();
        assertThat(findings(console.out()))
                .isEqualTo(findings(server.control().get(Routes.CONTROL_DOCTOR).text()));
    }

    @Test
    void a_home_that_is_well_is_found_well_part_by_part() {
        assertThat(console.run("", "doctor")).isZero();

        assertThat(console.out()).doesNotContain("WRONG");
        assertThat(all())
                .extracting(Finding::part)
                .containsExactly(
                        "data",
                        "disk",
                        "clock",
                        "server",
                        "database",
                        "network",
                        "local_door",
                        "lan_door",
                        "welcome_door",
                        "certificate",
                        "name",
                        "firewall");
        assertThat(of("lan_door").values()).element(1).isEqualTo("127.0.0.1, 127.0.0.2");
    }

    @Test
    void a_port_that_another_program_has_is_found() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            server.set("lan_port", String.valueOf(other.getLocalPort()));
            server.await(() -> of("lan_door").code().equals("door_closed_port_taken"));

            assertThat(of("lan_door").values()).containsExactly(String.valueOf(other.getLocalPort()));
            assertThat(of("certificate").code()).isEqualTo("lan_door_closed");
            assertThat(console.run("", "doctor")).isEqualTo(1);
            assertThat(console.err()).contains("[unhealthy]");
        }
    }

    @Test
    void a_network_that_is_not_home_is_a_hint() {
        server.connect(new Link("10.0.0.1", "10.0.0.0/24", Optional.empty(), List.of()));

        assertThat(of("network").code()).isEqualTo("network_unknown");
        assertThat(of("lan_door").code()).isEqualTo("door_closed_not_home");
        assertThat(console.run("", "doctor")).isZero();
    }

    @Tag("LF-12")
    @Test
    void with_a_clock_a_year_ahead_the_certificate_is_made_anew_and_the_clock_is_asked_about() {
        server.clock().advance(Duration.ofDays(365));

        server.connect(HOME);

        assertThat(of("certificate").code()).isEqualTo("certificate_fine");
        assertThat(of("clock")).satisfies(clock -> {
            assertThat(clock.code()).isEqualTo("clock_moved");
            assertThat(clock.values()).element(1).isEqualTo("+365 days");
        });
    }

    @Tag("LF-12")
    @Test
    void with_a_clock_a_year_behind_it_is_said_that_no_device_accepts_the_certificates() {
        server.clock().advance(Duration.ofDays(-365));

        server.connect(HOME);

        assertThat(of("clock").code()).isEqualTo("clock_before_certificate");
        assertThat(console.run("", "doctor")).isEqualTo(1);
        server.clock().advance(Duration.ofDays(365));
        server.connect(HOME);
        assertThat(of("certificate").code()).isEqualTo("certificate_fine");
    }

    @Test
    void without_a_server_its_database_is_not_looked_at(@TempDir Path data) throws Exception {
        assertThat(new Examination(data, Clock.systemUTC()).findings())
                .filteredOn(finding -> finding.part().equals("database"))
                .singleElement()
                .extracting(Finding::state)
                .isEqualTo(State.NOT_LOOKED_AT);
    }

    @Test
    void networks_are_listed_answered_and_forgotten() {
        server.connect(HOME, new Link("10.0.0.1", "10.0.0.0/24", Optional.empty(), List.of()));
        String id = server.control().get(Routes.CONTROL_NETWORKS).items().stream()
                .filter(each -> "10.0.0.0/24".equals(each.get("prefix")))
                .map(each -> String.valueOf(each.get("id")))
                .findFirst()
                .orElseThrow();

        assertThat(console.run("", "network", "home", id)).isZero();
        assertThat(console.run("", "network", "list")).isZero();
        assertThat(console.out()).contains("10.0.0.0/24", "10.0.0.1", "home", "here");
        assertThat(console.run("", "network", "away", id)).isZero();
        assertThat(console.run("", "network", "forget", id)).isEqualTo(1);
        server.connect(HOME);
        assertThat(console.run("", "network", "forget", id)).isZero();
        assertThat(console.run("", "network", "list", "--json")).isZero();
        assertThat(console.out()).doesNotContain(id);
        assertThat(console.run("", "network", "home", "forged")).isEqualTo(1);
    }

    private Finding of(String part) {
        return all().stream()
                .filter(each -> each.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    private List<Finding> all() {
        return findings(server.control().get(Routes.CONTROL_DOCTOR).text());
    }

    private static List<Finding> findings(String json) {
        Page<Finding> page = Wire.page(Finding.class).fromJson(json);
        return page.items();
    }
}
