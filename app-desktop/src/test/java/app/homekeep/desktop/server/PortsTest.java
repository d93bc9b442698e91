// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.platform.FilePreferences;
import app.homekeep.desktop.server.Ports.Door;
import app.homekeep.desktop.server.Ports.Taken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DC-01")
class PortsTest {
    @TempDir
    private Path data;

    private Ports ports;

    @BeforeEach
    void open() {
        ports = new Ports(new FilePreferences(data));
    }

    @Test
    void where_nothing_is_chosen_the_server_decides() {
        assertThat(ports.options()).isEmpty();
        assertThat(ports.chosen(Door.LOCAL)).isEmpty();
    }

    @Test
    void a_chosen_port_is_told_to_the_server_from_then_on() {
        ports.choose(Door.LAN, 9443);
        ports.choose(Door.LOCAL, 8090);

        assertThat(new Ports(new FilePreferences(data)).options())
                .containsExactly("--local-port", "8090", "--lan-port", "9443");
    }

    @Test
    void a_refusal_says_which_port_is_taken() {
        assertThat(Taken.of("port_taken:local:8080")).contains(new Taken(Door.LOCAL, 8080));
        assertThat(Taken.of("port_taken:welcome:8081")).contains(new Taken(Door.WELCOME, 8081));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "port_taken", "port_taken:attic:80", "port_taken:local:x", "database_damaged"})
    void other_refusals_say_none(String code) {
        assertThat(Taken.of(code)).isEmpty();
    }

    @Test
    void the_port_offered_instead_is_free() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            int offered = ports.free(new Taken(Door.LOCAL, taken)).orElseThrow();

            assertThat(offered).isGreaterThan(taken);
            try (var socket = new ServerSocket(offered)) {
                assertThat(socket.isBound()).isTrue();
            }
        }
    }
}
