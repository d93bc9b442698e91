// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.desktop.platform.FilePreferences;
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
        assertThat(ports.chosen("local")).isEmpty();
    }

    @Test
    void a_chosen_port_is_told_to_the_server_from_then_on() {
        ports.use("lan", 9443);
        ports.use("local", 8090);

        assertThat(new Ports(new FilePreferences(data)).options())
                .containsExactly("--local-port", "8090", "--lan-port", "9443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "65536", "123456"})
    void a_port_that_can_not_be_is_not_handed_on(String port) {
        new FilePreferences(data).put("port.local", port);

        assertThat(new Ports(new FilePreferences(data)).options()).isEmpty();
    }

    @Test
    void a_door_that_is_not_there_has_no_port() {
        assertThatThrownBy(() -> ports.use("attic", 8080)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_port_offered_instead_is_free() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            int offered = ports.freeNear(taken);

            assertThat(offered).isGreaterThan(taken);
            try (var socket = new ServerSocket(offered)) {
                assertThat(socket.isBound()).isTrue();
            }
        }
    }
}
