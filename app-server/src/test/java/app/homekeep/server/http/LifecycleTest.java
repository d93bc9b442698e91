// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.server.access.Access;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Opening, draining, closing.
class LifecycleTest {
    private static final Route ROOT =
            Route.get("/", Access.anyone(), request -> Answer.text(200, "text/plain", "root"));

    private static String asOwner(String path) {
        return RawClient.request("GET", path, "Authorization: Bearer " + TestServer.CONTROL_TOKEN);
    }

    private static Ports with(DoorKind door, int port) {
        return switch (door) {
            case CONTROL -> new Ports(port, 0, OptionalInt.of(0), OptionalInt.of(0));
            case LOCAL -> new Ports(0, port, OptionalInt.of(0), OptionalInt.of(0));
            case LAN -> new Ports(0, 0, OptionalInt.of(port), OptionalInt.of(0));
            case WELCOME -> new Ports(0, 0, OptionalInt.of(0), OptionalInt.of(port));
        };
    }

    @ParameterizedTest
    @EnumSource(DoorKind.class)
    void a_port_that_is_taken_is_named_and_nothing_is_left_open(DoorKind door) throws IOException {
        boolean everywhere = door == DoorKind.LAN || door == DoorKind.WELCOME;
        try (var other = new ServerSocket(
                0, 1, InetAddress.getByAddress(everywhere ? new byte[4] : new byte[] {127, 0, 0, 1}))) {
            int free = freePort();
            int taken = other.getLocalPort();
            Ports all = with(door, taken);
            // The local door is opened first, so that there is something that could be left open.
            Ports ports = door == DoorKind.LOCAL ? all : new Ports(all.control(), free, all.lan(), all.welcome());

            AssertionError failure = catchThrowableOfType(
                    AssertionError.class, () -> TestServer.with(config -> TestServer.withPorts(config, ports), ROOT));

            assertThat(failure.getCause()).isInstanceOfSatisfying(PortTaken.class, refused -> {
                assertThat(refused.door()).isEqualTo(door);
                assertThat(refused.port()).isEqualTo(taken);
            });
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), free).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void without_the_lan_only_this_machine_is_served() {
        try (var server = TestServer.with(config -> TestServer.withPorts(config, Ports.freeWithoutLan()), ROOT)) {
            assertThat(server.web.ports().lan()).isEmpty();
            assertThat(server.web.ports().welcome()).isEmpty();
            assertThat(server.get("/").text()).isEqualTo("root");
        }
    }

    @Test
    void the_local_door_is_open_on_ipv6_where_there_is_one() throws IOException {
        byte[] address = new byte[16];
        address[15] = 1;
        InetAddress six = InetAddress.getByAddress(address);
        boolean there;
        try (var probe = new ServerSocket(0, 1, six)) {
            there = probe.isBound();
        } catch (IOException none) {
            there = false;
        }
        try (var server = TestServer.of(ROOT)) {
            int port = server.port(DoorKind.LOCAL);
            if (there) {
                try (var socket = new Socket(six, port)) {
                    assertThat(socket.isConnected()).isTrue();
                }
            } else {
                assertThatThrownBy(() -> new Socket(six, port).close()).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_closed_server_can_be_opened_again_on_its_ports() {
        Ports ports;
        try (var server = TestServer.of(ROOT)) {
            server.get("/");
            ports = server.web.ports();
        }
        try (var again = TestServer.with(config -> TestServer.withPorts(config, ports), ROOT)) {
            assertThat(again.get("/").text()).isEqualTo("root");
            assertThat(again.web.ports()).isEqualTo(ports);
        }
    }

    @Test
    void a_drain_lets_transfers_end_and_refuses_what_is_new() throws Exception {
        var half = new CompletableFuture<Void>();
        Route slow = Route.get(
                "/slow",
                Access.anyone(),
                request -> new Answer.Written("text/plain", Map.of(), out -> {
                    out.write("first ".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    half.join();
                    out.write("second".getBytes(StandardCharsets.UTF_8));
                }));
        Route events = Route.get("/events", Access.anyone(), request -> new Answer.Events(stream -> {}));
        try (var server = TestServer.of(ROOT, slow, events);
                var download = RawClient.open(server, DoorKind.LOCAL);
                var listener = RawClient.open(server, DoorKind.LOCAL)) {
            download.send(RawClient.request("GET", "/slow"));
            listener.send(RawClient.request("GET", "/events"));
            assertThat(listener.head().status()).isEqualTo(200);
            Eventually.holds(() -> server.web.openExchanges().transfers() == 1);

            var drained = CompletableFuture.runAsync(() -> server.web.drain(Duration.ofSeconds(20)));
            Eventually.holds(() -> server.get("/").status() == 503);

            RawClient.Reply refused = server.get("/");
            assertThat(refused.text()).contains("\"stopping\"");
            assertThat(refused.header("Connection")).isEqualTo("close");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(server.ask(DoorKind.CONTROL, asOwner("/")).status()).isEqualTo(200);
            listener.untilClosed();
            assertThat(drained).isNotDone();
            half.complete(null);
            assertThat(download.reply(false).text()).isEqualTo("first second");
            drained.get(10, TimeUnit.SECONDS);
            int port = server.port(DoorKind.LOCAL);
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_drain_does_not_wait_beyond_its_deadline() throws Exception {
        var never = new CompletableFuture<Void>();
        Route stuck = Route.get(
                "/stuck",
                Access.anyone(),
                request -> new Answer.Written("text/plain", Map.of(), out -> {
                    out.write(1);
                    out.flush();
                    never.join();
                }));
        try (var server = TestServer.of(stuck);
                var download = RawClient.open(server, DoorKind.LOCAL)) {
            download.send(RawClient.request("GET", "/stuck"));
            assertThat(download.head().status()).isEqualTo(200);
            Instant began = Instant.now();

            server.web.drain(Duration.ofMillis(200));

            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(8));
            download.untilClosed();
        } finally {
            never.complete(null);
        }
    }
}
