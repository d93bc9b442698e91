// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.access.Access;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// On a computer every address of 127.0.0.0/8 is its own, so they stand for those of networks.
class HomeDoorTest {
    private static final InetAddress CABLE = InetAddress.ofLiteral("127.0.0.2");
    private static final InetAddress RADIO = InetAddress.ofLiteral("127.0.0.3");
    private static final InetAddress GONE = InetAddress.ofLiteral("192.0.2.77");
    private static final Route ROOT =
            Route.get("/", Access.anyone(), request -> Answer.text(200, "text/plain", "root"));
    private static final String KEEP = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Tag("LF-12")
    @Test
    void a_door_that_moves_keeps_the_connections_of_the_addresses_that_stay() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CompletableFuture<String>();
        Route slow = Route.get("/slow", Access.anyone(), request -> {
            begun.countDown();
            return Answer.text(200, "text/plain", mayEnd.join());
        });
        try (var server = TestServer.of(ROOT, slow);
                var kept = RawClient.open(server, DoorKind.LAN);
                var busy = RawClient.open(server, DoorKind.LAN)) {
            int port = server.port(DoorKind.LAN);
            kept.send(KEEP);
            assertThat(kept.reply(false).text()).isEqualTo("root");
            busy.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
            begun.await();

            for (int i = 0; i < 20; i++) {
                server.web.lan().open(List.of(i % 2 == 0 ? CABLE : RADIO), 0);
            }
            mayEnd.complete("slow");

            assertThat(busy.reply(false).text()).isEqualTo("slow");
            kept.send(KEEP);
            assertThat(kept.reply(false).text()).isEqualTo("root");
            assertThat(server.port(DoorKind.LAN)).isEqualTo(port);
        }
    }

    @Tag("DC-06")
    @Test
    void a_door_is_open_at_its_addresses_and_at_no_other() throws Exception {
        try (var server = TestServer.of(ROOT)) {
            int port = server.port(DoorKind.LAN);
            server.web.lan().open(List.of(CABLE), 0);

            assertThat(root(CABLE, port)).isEqualTo("root");
            assertThatThrownBy(() -> root(RADIO, port)).isInstanceOf(ConnectException.class);

            server.web.lan().open(List.of(RADIO), 0);

            assertThat(root(RADIO, port)).isEqualTo("root");
            assertThat(root(Loopback.FOUR, port)).isEqualTo("root");
            assertThatThrownBy(() -> root(CABLE, port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void what_closes_cuts_every_connection_also_those_that_have_said_nothing_yet() throws Exception {
        try (var server = TestServer.of(ROOT);
                var used = RawClient.open(server, DoorKind.LAN);
                var shaken = RawClient.open(server, DoorKind.LAN);
                var silent = RawClient.openPlain(server, DoorKind.LAN);
                var welcomed = RawClient.open(server, DoorKind.WELCOME)) {
            int port = server.port(DoorKind.LAN);
            used.send(KEEP);
            assertThat(used.reply(false).text()).isEqualTo("root");

            server.web.lan().close();
            server.web.welcome().close();

            assertThat(used.untilClosed()).isZero();
            assertThat(shaken.untilClosed()).isZero();
            assertThat(silent.untilClosed()).isZero();
            assertThat(welcomed.untilClosed()).isZero();
            assertThatThrownBy(() -> root(Loopback.FOUR, port)).isInstanceOf(ConnectException.class);
            assertThat(server.web.ports().lan()).isEmpty();
            assertThat(server.get("/").text()).isEqualTo("root");
        }
    }

    @Test
    void a_connection_at_an_address_that_goes_is_cut_and_the_others_are_not() throws Exception {
        try (var server = TestServer.of(ROOT);
                var stays = RawClient.open(server, DoorKind.LAN)) {
            server.web.lan().open(List.of(CABLE), 0);
            try (SSLSocket goes = connect(CABLE, server.port(DoorKind.LAN))) {
                server.web.lan().open(List.of(), 0);

                assertThat(goes.getInputStream().read()).isNegative();
            }
            stays.send(KEEP);
            assertThat(stays.reply(false).text()).isEqualTo("root");
        }
    }

    @Test
    void a_door_that_opens_again_has_its_port_again_at_once() throws Exception {
        try (var server = TestServer.of(ROOT)) {
            int port = server.port(DoorKind.LAN);

            for (int i = 0; i < 20; i++) {
                server.web.lan().close();
                server.web.lan().open(List.of(CABLE), 0);

                assertThat(server.port(DoorKind.LAN)).isEqualTo(port);
                assertThat(root(CABLE, port)).isEqualTo("root");
            }
        }
    }

    @Test
    void another_port_is_taken_at_once() throws Exception {
        try (var server = TestServer.of(ROOT)) {
            int before = server.port(DoorKind.LAN);
            int after;
            try (var free = new ServerSocket(0)) {
                after = free.getLocalPort();
            }

            server.web.lan().open(List.of(), after);

            assertThat(root(Loopback.FOUR, after)).isEqualTo("root");
            assertThatThrownBy(() -> root(Loopback.FOUR, before)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void an_address_that_has_just_vanished_is_passed_over() throws Exception {
        try (var server = TestServer.of(ROOT)) {
            server.web.lan().open(List.of(GONE, CABLE), 0);
            server.web.lan().close();
            server.web.lan().open(List.of(GONE, CABLE), 0);

            assertThat(server.web.lan().addresses())
                    .contains(CABLE, Loopback.FOUR)
                    .doesNotContain(GONE);
        }
    }

    @Test
    void where_another_program_has_the_port_nothing_is_left_open() throws Exception {
        try (var server = TestServer.of(ROOT);
                var other = new ServerSocket(0, 1, Loopback.FOUR)) {
            assertThatThrownBy(() -> server.web.lan().open(List.of(CABLE), other.getLocalPort()))
                    .isInstanceOfSatisfying(PortTaken.class, taken -> {
                        assertThat(taken.door()).isEqualTo(DoorKind.LAN);
                        assertThat(taken.port()).isEqualTo(other.getLocalPort());
                    });

            assertThat(server.web.lan().addresses()).isEmpty();
            assertThat(server.web.ports().lan()).isEmpty();
            assertThat(server.get("/").text()).isEqualTo("root");
        }
    }

    @Test
    void an_open_door_goes_without_an_address_where_another_program_has_the_port_and_says_so_once() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        ((Logger) LoggerFactory.getLogger(HomeDoor.class)).addAppender(log);
        try (var server = TestServer.of(ROOT)) {
            int port = server.port(DoorKind.LAN);
            try (var other = new ServerSocket(port, 1, CABLE)) {
                server.web.lan().open(List.of(CABLE), 0);
                server.web.lan().open(List.of(CABLE, GONE), 0);

                assertThat(server.web.lan().addresses()).contains(Loopback.FOUR).doesNotContain(CABLE);
                assertThat(log.list)
                        .filteredOn(line -> line.getLevel() == Level.WARN)
                        .singleElement()
                        .extracting(ILoggingEvent::getFormattedMessage)
                        .asString()
                        .contains("127.0.0.2", String.valueOf(other.getLocalPort()));
            }
            server.web.lan().open(List.of(CABLE), 0);

            assertThat(root(CABLE, port)).isEqualTo("root");
        } finally {
            ((Logger) LoggerFactory.getLogger(HomeDoor.class)).detachAppender(log);
        }
    }

    @Test
    void an_address_that_was_there_and_is_gone_is_not_waited_for() throws Exception {
        var binds = new AtomicInteger();
        var gone = new AtomicBoolean();
        var door = new HomeDoor(DoorKind.LAN, place -> {
            if (place.getAddress().equals(GONE)) {
                binds.incrementAndGet();
                if (gone.get()) {
                    throw new BindException("Cannot assign requested address");
                }
            }
            return new HomeDoor.Socket() {
                @Override
                public int port() {
                    return 8443;
                }

                @Override
                public void close() {}
            };
        });
        door.open(List.of(GONE), 8443);
        door.open(List.of(), 8443);
        gone.set(true);

        door.open(List.of(GONE), 8443);

        assertThat(binds).hasValue(2);
        assertThat(door.addresses()).doesNotContain(GONE);
    }

    @Tag("FT-03")
    @Test
    void the_welcome_door_sends_on_to_where_the_lan_door_is_now() throws Exception {
        try (var server = TestServer.of(ROOT)) {
            int after;
            try (var free = new ServerSocket(0)) {
                after = free.getLocalPort();
            }
            server.web.lan().open(List.of(), after);

            assertThat(server.ask(DoorKind.WELCOME, RawClient.request("GET", "/"))
                            .header("Location"))
                    .isEqualTo("https://localhost:" + after + "/");
        }
    }

    private static String root(InetAddress address, int port) throws IOException {
        try (SSLSocket socket = connect(address, port)) {
            socket.getOutputStream().write(RawClient.request("GET", "/").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }

    private static SSLSocket connect(InetAddress address, int port) throws IOException {
        var plain = new Socket(address, port);
        plain.setSoTimeout(10_000);
        var secure =
                (SSLSocket) TestCertificate.CONTEXT.getSocketFactory().createSocket(plain, "localhost", port, true);
        secure.startHandshake();
        return secure;
    }
}
