// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.Routes;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import app.homekeep.server.process.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real server on a computer that is carried from network to network; its addresses there are loopback ones.
class HomeNetworkTest {
    private static final Link HOME = link("192.168.1.1", "02:00:00:00:00:01", "127.0.0.2");
    private static final Link CAFE = link("192.168.1.1", "02:00:00:00:00:66", "127.0.0.3");
    private static final Link SIX =
            new Link("fe80::1", "fd00::/64", Optional.empty(), List.of(InetAddress.ofLiteral("::1")));

    @TempDir
    private Path folder;

    /// Made by [#start], with which each test begins.
    @SuppressWarnings("NullAway.Init")
    private TestServer server;

    /// @param links on which the computer is when its door opens for the first time
    private void start(Link... links) {
        server = TestServer.start(folder, links);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Tag("DC-06")
    @Test
    void at_home_the_door_is_open_and_told_with_its_address() throws IOException {
        start(HOME);

        assertThat(status("lan_door.open")).isEqualTo("true");
        assertThat(addresses("lan")).containsExactly("https://127.0.0.2:" + port());
        assertThat(isOpen("127.0.0.2")).isTrue();
        assertThat(server.control().get(Routes.CONTROL_NETWORKS).items())
                .singleElement()
                .satisfies(network -> assertThat(network)
                        .containsEntry("gateway", "192.168.1.1")
                        .containsEntry("prefix", "192.168.1.0/24")
                        .containsEntry("standing", "home")
                        .containsEntry("here", true));
    }

    @Tag("DC-06")
    @Test
    void in_a_cafe_nobody_reaches_it_until_the_owner_says_it_is_home() throws IOException {
        start(HOME);
        int port = port();

        server.connect(CAFE);

        assertThat(status("lan_door.closed_because")).isEqualTo("not_home");
        assertThat(server.runFile().lan()).isNull();
        assertThat(server.runFile().welcome()).isNull();
        assertThat(addresses("lan")).isEmpty();
        for (String address : List.of("127.0.0.1", "127.0.0.2", "127.0.0.3")) {
            assertThat(isOpen(address, port)).as(address).isFalse();
        }

        Answered answer = server.control().patch(network("unknown"), "{\"home\":true}");

        assertThat(answer.at("standing")).isEqualTo("home");
        assertThat(isOpen("127.0.0.3", port)).isTrue();
        assertThat(isOpen("127.0.0.2", port)).isFalse();
        assertThat(audited())
                .containsSubsequence("closed: not_home", "home, router 192.168.1.1", "opened on port " + port);
    }

    @Test
    void with_a_foreign_network_beside_home_the_door_is_open_to_home_alone() throws IOException {
        start(HOME);

        server.connect(HOME, CAFE);

        assertThat(isOpen("127.0.0.2")).isTrue();
        assertThat(isOpen("127.0.0.3")).isFalse();
        server.control().patch(network("unknown"), "{\"home\":false}");
        assertThat(isOpen("127.0.0.3")).isFalse();
        assertThat(server.control().get(Routes.CONTROL_NETWORKS).items())
                .extracting(each -> each.get("standing"))
                .containsExactlyInAnyOrder("home", "away");
    }

    @Test
    void without_any_network_the_door_serves_this_computer() throws IOException {
        start(HOME);

        server.connect();

        assertThat(status("lan_door.open")).isEqualTo("true");
        assertThat(isOpen("127.0.0.1")).isTrue();
        assertThat(isOpen("127.0.0.2")).isFalse();
        assertThat(server.phone().get(Routes.INFO).status()).isEqualTo(200);
    }

    @Test
    void ipv6_alone_will_do() {
        start(SIX);

        assertThat(addresses("lan")).containsExactly("https://[::1]:" + port());
        assertThat(server.phone("[::1]").get(Routes.INFO).status()).isEqualTo(200);
    }

    @Tag("LF-12")
    @Test
    void a_new_address_is_in_the_certificate_and_answers_to_its_name_before_anybody_can_ask() throws Exception {
        start(HOME);
        Link moved = link("192.168.1.1", "02:00:00:00:00:01", "127.0.0.9");

        server.connect(moved);

        assertThat(server.shown("127.0.0.9").getSubjectAlternativeNames())
                .anyMatch(name -> "127.0.0.9".equals(name.get(1)));
        assertThat(server.phone("127.0.0.9").get(Routes.INFO).status()).isEqualTo(200);
        assertThat(server.phone("127.0.0.1").get(Routes.INFO, "X-Test", "").status())
                .isEqualTo(200);
    }

    @Test
    void a_network_that_flaps_leaves_a_door_that_works() throws IOException {
        start(HOME);
        int port = port();

        for (int i = 0; i < 30; i++) {
            server.connect(i % 3 == 0 ? new Link[] {} : new Link[] {i % 3 == 1 ? HOME : CAFE});
        }
        server.connect(HOME);

        assertThat(port()).isEqualTo(port);
        assertThat(isOpen("127.0.0.2")).isTrue();
        assertThat(server.control().get(Routes.CONTROL_NETWORKS).items()).hasSize(2);
    }

    @Test
    void an_event_stream_at_an_address_that_stays_goes_on_when_another_one_goes() throws Exception {
        start(HOME);
        HttpResponse<InputStream> events = server.control().open(Routes.CONTROL_EVENTS);
        HttpResponse<InputStream> kept = signedIn("127.0.0.1");
        HttpResponse<InputStream> cut = signedIn("127.0.0.2");

        server.connect();

        awaitEnd(cut);
        assertThat(told(events)).contains("network_changed");
        kept.body().close();
        events.body().close();
    }

    @Test
    void the_settings_of_the_doors_take_effect_without_a_restart() throws Exception {
        start();
        int port = port();
        int other;
        try (var free = new ServerSocket(0)) {
            other = free.getLocalPort();
        }

        server.set("lan_door_open", "false");
        server.await(() -> status("lan_door.open").equals("false"));
        assertThat(status("lan_door.closed_because")).isEqualTo("setting");
        assertThat(isOpen("127.0.0.1", port)).isFalse();

        server.set("lan_door_open", "true");
        server.await(() -> status("lan_door.open").equals("true"));
        assertThat(port()).isEqualTo(port);

        server.set("lan_port", String.valueOf(other));
        server.await(() -> isOpen("127.0.0.1", other));
        server.await(() -> Objects.requireNonNull(server.runFile().lan()).endsWith(":" + other));
    }

    @Test
    void a_port_that_another_program_has_closes_that_door_alone_and_is_tried_again() throws Exception {
        start();
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            server.set("lan_port", String.valueOf(other.getLocalPort()));
            server.await(() -> String.valueOf(status("lan_door")).contains("port_taken"));

            assertThat(server.browser().get(Routes.INFO).status()).isEqualTo(200);
            assertThat(server.control().post(Routes.CONTROL_RESTART_DOORS, "").at("closed_because"))
                    .isEqualTo("port_taken");
        }
        assertThat(server.control().post(Routes.CONTROL_RESTART_DOORS, "").at("open"))
                .isEqualTo("true");
    }

    @Test
    void a_port_that_another_program_has_at_the_start_refuses_it() throws Exception {
        start();
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            server.set("lan_port", String.valueOf(other.getLocalPort()));

            assertThatThrownBy(server::restart)
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refused -> assertThat(refused.code()).isEqualTo("port_taken:lan:" + other.getLocalPort()));
        }
        server.restart();
        assertThat(status("lan_door.open")).isEqualTo("true");
    }

    @Test
    void a_welcome_port_that_another_program_has_leaves_the_lan_door_open() throws Exception {
        start();
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            server.set("welcome_port", String.valueOf(other.getLocalPort()));
            server.await(() -> addresses("welcome").isEmpty());

            assertThat(status("lan_door.open")).isEqualTo("true");
            assertThat(server.phone().get(Routes.INFO).status()).isEqualTo(200);
        }
    }

    @Test
    void forged_answers_change_nothing() {
        start();
        server.connect(HOME);
        List<Map<String, Object>> before =
                server.control().get(Routes.CONTROL_NETWORKS).items();
        String here = Routes.CONTROL_NETWORK.replace(
                "{id}", String.valueOf(before.getFirst().get("id")));

        assertThat(server.control()
                        .patch(Routes.CONTROL_NETWORK.replace("{id}", "forged"), "{\"home\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(server.control().patch(here, "{\"home\":\"yes\"}").status()).isEqualTo(400);
        assertThat(server.control().patch(here, "{}").status()).isEqualTo(400);
        assertThat(server.control().delete(here).status()).isEqualTo(409);
        assertThat(server.control()
                        .delete(Routes.CONTROL_NETWORK.replace("{id}", "forged"))
                        .status())
                .isEqualTo(404);
        assertThat(server.browser().patch(here, "{\"home\":true}").status()).isEqualTo(404);
        assertThat(server.control().get(Routes.CONTROL_NETWORKS).items()).isEqualTo(before);
    }

    @Test
    void a_stop_in_the_midst_of_a_change_leaves_nothing_open() throws Exception {
        start(HOME);
        int port = port();
        Thread changing = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 1000; i++) {
                    server.connect(i % 2 == 0 ? HOME : CAFE);
                }
            } catch (RuntimeException | AssertionError stopped) {
                // The control door is closed by now.
            }
        });

        server.await(() -> audited().size() > 4);
        server.close();
        changing.join();

        assertThat(isOpen("127.0.0.1", port)).isFalse();
        assertThat(isOpen("127.0.0.2", port)).isFalse();
    }

    private HttpResponse<InputStream> signedIn(String host) throws Exception {
        var phone = server.phone(host);
        assertThat(phone.signIn("olga", TestServer.OWNER_PASSWORD).status()).isEqualTo(200);
        return phone.open(Routes.EVENTS);
    }

    /// However it ended.
    private static void awaitEnd(HttpResponse<InputStream> stream) {
        try {
            stream.body().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // Cut off is an end as well.
        }
    }

    private static String told(HttpResponse<InputStream> events) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("network_changed") < 0) {
            text.append((char) events.body().read());
        }
        return text.toString();
    }

    private String status(String path) {
        return String.valueOf(server.control().get(Routes.CONTROL_STATUS).at(path));
    }

    @SuppressWarnings("unchecked")
    private List<String> addresses(String door) {
        var all = (List<Map<String, Object>>) Objects.requireNonNull(
                server.control().get(Routes.CONTROL_STATUS).json().get("addresses"));
        return all.stream()
                .filter(each -> door.equals(each.get("door")))
                .map(each -> String.valueOf(each.get("url")))
                .toList();
    }

    private List<String> audited() {
        return server.control().get(Routes.AUDIT + "?event=NETWORK_CHANGE&limit=1000").items().reversed().stream()
                .map(row -> String.valueOf(row.get("detail")))
                .toList();
    }

    private String network(String standing) {
        return server.control().get(Routes.CONTROL_NETWORKS).items().stream()
                .filter(each -> standing.equals(each.get("standing")))
                .map(each -> Routes.CONTROL_NETWORK.replace("{id}", String.valueOf(each.get("id"))))
                .findFirst()
                .orElseThrow();
    }

    private int port() {
        return URI.create(Objects.requireNonNull(server.runFile().lan())).getPort();
    }

    private boolean isOpen(String address) throws IOException {
        return isOpen(address, port());
    }

    private static boolean isOpen(String address, int port) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral(address), port)) {
            return socket.isConnected();
        } catch (ConnectException _) {
            return false;
        }
    }

    private static Link link(String gateway, String hardware, String... addresses) {
        return new Link(
                gateway,
                "192.168.1.0/24",
                Optional.of(hardware),
                Stream.of(addresses).map(InetAddress::ofLiteral).toList());
    }
}
