// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Role;
import app.homekeep.server.access.Access;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the forwarding headers do, from a proxy that is trusted and from anybody else.
@Tag("LF-11")
class ForwardedTest {
    private static final Route SEEN = Route.get(
            "/seen",
            Access.anyone(),
            request -> Answer.text(200, "text/plain", request.address() + " " + request.origin()));
    private static final Route CHANGE = Route.post(
            "/change",
            Access.signedIn(),
            request -> Answer.text(200, "text/plain", request.caller().name()));

    private static TestServer trusting;
    private static TestServer wary;

    /// This machine and 10.x are proxies.
    private static final Proxies PROXIES = new Proxies() {
        private final List<AddressRange> ranges = List.of(
                AddressRange.parse("127.0.0.1").orElseThrow(),
                AddressRange.parse("10.0.0.0/8").orElseThrow(),
                AddressRange.parse("fd00::/16").orElseThrow());

        @Override
        public boolean trusts(InetAddress peer) {
            return ranges.stream().anyMatch(range -> range.contains(peer));
        }

        @Override
        public boolean servesAs(String host) {
            return host.equals("files.example.org");
        }
    };

    @BeforeAll
    static void open() {
        trusting = TestServer.with(
                config -> TestServer.changed(
                        config, config.limits(), new DoorRules(() -> true, PROXIES, () -> false, Set::of)),
                SEEN,
                CHANGE);
        trusting.callers.signIn("anna", Role.USER);
        wary = TestServer.of(SEEN, CHANGE);
    }

    @AfterAll
    static void close() {
        trusting.close();
        wary.close();
    }

    private static String seen(TestServer server, DoorKind door, String... headers) {
        return server.ask(door, RawClient.request("GET", "/seen", headers)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "203.0.113.7:4711 | 203.0.113.7",
                "2001:db8::7 | 2001:db8::7",
                "[2001:db8::7] | 2001:db8::7",
                "[2001:db8::7]:4711 | 2001:db8::7",
                "::ffff:203.0.113.7 | 203.0.113.7",
                "1.2.3.4, 203.0.113.7 | 203.0.113.7",
                "junk, 203.0.113.7 | 203.0.113.7",
                "203.0.113.7, 10.0.0.3 | 203.0.113.7",
                "1.2.3.4, 203.0.113.7, 10.0.0.3, fd00::5 | 203.0.113.7",
                "10.0.0.4, 10.0.0.3 | 10.0.0.4",
                "203.0.113.7, junk | 127.0.0.1",
                "203.0.113.7, unknown, 10.0.0.3 | 127.0.0.1",
                "203.0.113.7, | 127.0.0.1",
                "'' | 127.0.0.1",
                "203.0.113.700 | 127.0.0.1",
                "203.113 | 127.0.0.1",
                "3405803783 | 127.0.0.1",
                "fe80::1%eth0 | 127.0.0.1",
                "203.0.113.7.example.org | 127.0.0.1",
                "<script> | 127.0.0.1",
            })
    void the_last_address_that_is_no_proxys_counts(String forwarded, String client) {
        assertThat(seen(trusting, DoorKind.LOCAL, "X-Forwarded-For: " + forwarded))
                .isEqualTo(client + " http://localhost");
    }

    @Test
    void several_headers_are_one_list() {
        assertThat(seen(
                        trusting,
                        DoorKind.LOCAL,
                        "X-Forwarded-For: 1.2.3.4",
                        "X-Forwarded-For: 203.0.113.7",
                        "X-Forwarded-For: 10.0.0.3",
                        "X-Forwarded-Proto: http",
                        "X-Forwarded-Proto: https"))
                .isEqualTo("203.0.113.7 https://localhost");
    }

    @Test
    void a_chain_without_end_is_nobodys() {
        var hops = new ArrayList<String>();
        for (int i = 0; i < 1000; i++) {
            hops.add("10.0.0.1");
        }

        assertThat(seen(trusting, DoorKind.LOCAL, "X-Forwarded-For: 203.0.113.7, " + String.join(",", hops)))
                .startsWith("127.0.0.1 ");
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL, https, https",
        "LOCAL, HTTPS, https",
        "LOCAL, http, http",
        "LOCAL, wss, http",
        "LOCAL, '', http",
        "LAN, http, http",
        "LAN, https, https",
        "LAN, junk, https"
    })
    void the_proxy_says_what_the_browser_speaks(DoorKind door, String said, String scheme) {
        assertThat(seen(trusting, door, "X-Forwarded-Proto: " + said))
                .isEqualTo("127.0.0.1 " + scheme + "://localhost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "files.example.org | https://files.example.org",
                "FILES.example.org:443 | https://files.example.org",
                "files.example.org:8443 | https://files.example.org:8443",
                "evil.example, files.example.org | https://files.example.org",
                "localhost | https://localhost",
            })
    void the_proxy_says_which_name_was_asked_for(String said, String origin) {
        assertThat(seen(trusting, DoorKind.LOCAL, "X-Forwarded-Proto: https", "X-Forwarded-Host: " + said))
                .isEqualTo("127.0.0.1 " + origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "files.example.org, evil.example", "files.example.org/x", "", "a b"})
    void a_name_that_is_not_ours_gets_nowhere_through_a_proxy_either(String said) {
        assertThat(trusting.get("/seen", "X-Forwarded-Host: " + said).status()).isEqualTo(421);
    }

    /// A page that came in by DNS rebinding can write these headers, from this very machine; but not its `Host`.
    @Test
    void a_page_of_a_foreign_name_can_not_call_itself_the_proxy() {
        assertThat(trusting.get(
                                "/seen",
                                "Host: evil.example",
                                "X-Forwarded-Host: files.example.org",
                                "X-Forwarded-Proto: https")
                        .status())
                .isEqualTo(421);
    }

    @Test
    void the_proxys_name_is_ours_only_through_the_proxy() {
        assertThat(trusting.get("/seen", "Host: files.example.org").status()).isEqualTo(421);
        assertThat(trusting.get("/seen", "Host: files.example.org", "X-Forwarded-For: 203.0.113.7")
                        .text())
                .isEqualTo("203.0.113.7 http://files.example.org");
        assertThat(wary.get("/seen", "Host: files.example.org", "X-Forwarded-For: 203.0.113.7")
                        .status())
                .isEqualTo(421);
    }

    @Test
    void without_its_headers_a_request_from_the_proxys_machine_is_the_local_browsers() {
        assertThat(seen(trusting, DoorKind.LOCAL)).isEqualTo("127.0.0.1 http://localhost");
        assertThat(trusting.ask(RawClient.withBody(
                                "POST", "/change", "", "Cookie: homekeep=anna", "X-Requested-With: t"))
                        .text())
                .isEqualTo("anna");
    }

    @ParameterizedTest
    @CsvSource({"LOCAL, http://localhost", "LAN, https://localhost"})
    void what_anybody_else_says_is_not_looked_at(DoorKind door, String origin) {
        assertThat(seen(
                        wary,
                        door,
                        "X-Forwarded-For: 1.2.3.4",
                        "X-Forwarded-Proto: " + (door == DoorKind.LAN ? "http" : "https"),
                        "X-Forwarded-Host: evil.example",
                        "Forwarded: for=1.2.3.4;proto=https;host=evil.example",
                        "X-Real-IP: 1.2.3.4"))
                .isEqualTo("127.0.0.1 " + origin);
    }

    @Test
    void headers_that_are_not_in_the_contract_are_not_looked_at_from_a_proxy_either() {
        assertThat(seen(
                        trusting,
                        DoorKind.LOCAL,
                        "Forwarded: for=1.2.3.4;proto=https;host=evil.example",
                        "X-Real-IP: 1.2.3.4",
                        "X-Forwarded-Port: 1"))
                .isEqualTo("127.0.0.1 http://localhost");
    }

    @Test
    void the_control_door_and_the_welcome_door_believe_no_proxy() {
        String[] said = {
            "X-Forwarded-For: 1.2.3.4",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: evil.example",
            "Authorization: Bearer " + TestServer.CONTROL_TOKEN
        };

        assertThat(seen(trusting, DoorKind.CONTROL, said)).isEqualTo("127.0.0.1 http://localhost");
        assertThat(trusting.ask(DoorKind.WELCOME, RawClient.request("GET", "/seen", said))
                        .header("Location"))
                .isEqualTo("https://localhost:" + trusting.port(DoorKind.LAN) + "/seen");
    }

    /// The cookies of HTTPS, and the check of where a page comes from, go by what the browser sees.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "__Host-homekeep=anna | https://files.example.org | 200",
                "homekeep=anna | https://files.example.org | 401",
                "__Host-homekeep=anna | http://files.example.org | 403",
                "__Host-homekeep=anna | http://localhost | 403",
                "__Host-homekeep=anna | https://evil.example | 403",
            })
    void behind_https_the_cookie_and_the_origin_are_those_of_https(String cookie, String origin, int status) {
        assertThat(trusting.ask(RawClient.withBody(
                                "POST",
                                "/change",
                                "",
                                "Cookie: " + cookie,
                                "Origin: " + origin,
                                "X-Requested-With: t",
                                "X-Forwarded-Proto: https",
                                "X-Forwarded-Host: files.example.org"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void https_is_asked_for_where_the_proxy_speaks_it() {
        assertThat(trusting.get("/seen", "X-Forwarded-Proto: https", "X-Forwarded-Host: files.example.org")
                        .header("Strict-Transport-Security"))
                .isNotEmpty();
        assertThat(trusting.get("/seen", "X-Forwarded-Proto: http", "X-Forwarded-Host: files.example.org")
                        .header("Strict-Transport-Security"))
                .isEmpty();
        assertThat(wary.get("/seen", "X-Forwarded-Proto: https", "Host: home.local")
                        .header("Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.168.1.0/24 | 192.168.1.255 | true",
                "192.168.1.0/24 | 192.168.2.0 | false",
                "192.168.1.7 | 192.168.1.7 | true",
                "192.168.1.7 | 192.168.1.6 | false",
                "0.0.0.0/0 | ::1 | false",
                "fd00::/8 | fdff::1 | true",
                "fd00::/8 | fe00::1 | false",
                "::1/128 | ::1 | true",
                "10.0.0.0/9 | 10.127.1.1 | true",
                "10.0.0.0/9 | 10.128.0.0 | false",
            })
    void a_range_holds_what_begins_like_it(String range, String address, boolean inside) {
        assertThat(AddressRange.parse(range).orElseThrow().contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "10.0.0",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.1/8",
                "10.0.0.0/",
                "/8",
                "10.0.0.0/-1",
                "fe80::1%1",
                "10.0.0.0/8/8",
                "localhost",
                "256.0.0.0/8",
                "1:2:3:4:5:6:7:8:9"
            })
    void what_is_no_range_is_none(String text) {
        assertThat(AddressRange.parse(text)).isEqualTo(Optional.empty());
    }
}
