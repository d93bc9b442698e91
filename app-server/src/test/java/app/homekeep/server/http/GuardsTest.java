// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Role;
import app.homekeep.server.access.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every request passes before its route: host, method, cookies, caller, cross-site rules.
class GuardsTest {
    private static final String ANNA = "Cookie: homekeep=anna";

    private TestServer server;

    @BeforeEach
    void open() {
        server = TestServer.of(
                Route.get(
                        "/open",
                        Access.anyone(),
                        request ->
                                Answer.text(200, "text/plain", request.caller().name())),
                Route.get(
                        "/mine",
                        Access.signedIn(),
                        request -> Answer.text(
                                200, "text/plain", request.signedIn().sessionId())),
                Route.get("/now", Access.signedIn(), request -> Answer.text(200, "text/plain", "now"))
                        .instant(),
                Route.get("/origin", Access.anyone(), request -> Answer.text(200, "text/plain", request.origin())),
                Route.get(
                        "/search",
                        Access.anyone(),
                        request -> Answer.text(
                                200, "text/plain", request.query("q").orElse("none"))),
                Route.post("/login", Access.anyone(), request -> Answer.nothing()),
                Route.post("/change", Access.signedIn(), request -> Answer.nothing()));
        server.callers.signIn("anna", Role.USER);
        server.callers.signIn("slow-anna", Role.USER);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "localhost:8080, 200",
        "LOCALHOST, 200",
        "127.0.0.1:1, 200",
        "[::1], 200",
        "[::1]:8080, 200",
        "home.local, 200",
        "evil.example, 421",
        "localhost.evil.example, 421",
        "evil.example:8080, 421",
        "localhost., 421",
        "127.0.0.2, 421",
        "2130706433, 421",
        "0x7f.1, 421",
    })
    void only_our_own_names_are_answered(String host, int status) {
        RawClient.Reply reply = server.get("/open", "Host: " + host);

        assertThat(reply.status()).isEqualTo(status);
        if (status == 421) {
            assertThat(reply.text()).contains("unknown_host");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a@localhost",
                "Host: localhost/x",
                "Host: localhost evil",
                "Host: ::1",
                "Host:",
                "Host: localhost:",
                "Host: localhost:123456",
                "Host: [::ffff:127.0.0.1]"
            })
    void a_malformed_host_gets_nowhere(String host) {
        assertThat(server.get("/open", host).status()).isIn(400, 421);
    }

    @Test
    void a_request_without_a_host_gets_nowhere() {
        assertThat(server.ask("GET /open HTTP/1.0\r\n\r\n").status()).isIn(400, 421);
        assertThat(server.ask("GET /open HTTP/1.1\r\nConnection: close\r\n\r\n").status())
                .isIn(400, 421);
    }

    @ParameterizedTest
    @EnumSource(
            value = DoorKind.class,
            names = {"LAN", "CONTROL", "WELCOME"})
    void every_door_looks_at_the_host(DoorKind door) {
        String request = RawClient.request(
                "GET", "/open", "Host: evil.example", "Authorization: Bearer " + TestServer.CONTROL_TOKEN);

        assertThat(server.ask(door, request).status()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "CONNECT", "PROPFIND", "get", "FOO"})
    void other_methods_are_refused(String method) {
        assertThat(server.ask(RawClient.request(method, "/open")).status()).isIn(400, 405);
    }

    @Test
    void trace_says_nothing_of_the_request() {
        RawClient.Reply reply = server.ask(RawClient.request("TRACE", "/open", "X-Secret: hush"));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.text()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "homekeep=anna | 200",
                "homekeep=slow-anna | 200",
                "a=b; homekeep=anna; c=d | 200",
                "homekeep = anna | 200",
                "weird=\"quoted, value\"; homekeep=anna | 200",
                "=nameless; homekeep=anna | 200",
                "__Host-homekeep=anna | 401",
                "homekeep=nobody | 401",
                "homekeep=slow-nobody | 401",
                "homekeep= | 401",
                "Homekeep=anna | 401",
                "homekeep=anna; homekeep=anna | 400",
                "homekeep=anna; homekeep=other | 400",
                "other=1; other=2; homekeep=anna | 400",
                "homekeep=\"anna\" | 200",
                "homekeep=\"anna | 400",
                "homekeep=\"an\"na\" | 400",
                // Java's own client writes like that once a cookie has an age.
                "$Version=\"1\"; homekeep=\"anna\";$Path=\"/\";$Domain=\"localhost.local\"; c=\"d\";$Path=\"/\" | 200",
                "homekeep=an na | 400",
                "homekeep=an,na | 400",
                "homekeep=ann\\a | 400",
                "homekeep | 401",
            })
    void the_local_door_reads_its_own_cookie_strictly(String cookies, int status) {
        assertThat(server.get("/mine", "Cookie: " + cookies).status()).isEqualTo(status);
    }

    @Test
    void two_cookie_headers_are_one_jar() {
        assertThat(server.get("/mine", "Cookie: homekeep=anna", "Cookie: homekeep=eve")
                        .text())
                .contains("bad_cookie");
        assertThat(server.get("/mine", "Cookie: a=b", "Cookie: homekeep=anna").status())
                .isEqualTo(200);
    }

    @Test
    void three_hundred_cookies_are_refused_not_an_error() {
        var many = new StringBuilder("homekeep=anna");
        for (int i = 0; i < 300; i++) {
            many.append("; c").append(i).append('=').append(i);
        }

        RawClient.Reply reply = server.get("/mine", "Cookie: " + many);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("bad_cookie");
    }

    @Test
    void the_lan_door_reads_its_own_cookie_only() {
        assertThat(server.ask(DoorKind.LAN, RawClient.request("GET", "/mine", "Cookie: __Host-homekeep=anna"))
                        .text())
                .isEqualTo("s-anna");
        assertThat(server.ask(DoorKind.LAN, RawClient.request("GET", "/mine", ANNA))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y",
                "Cookie: homekeep=anna",
                "Authorization: Bearer wrong",
                "Authorization: Bearer ",
                "Authorization: the-control-token",
                "Authorization: Basic the-control-token",
                "Authorization: Bearer the-control-token-and-more",
            })
    void the_control_door_takes_its_token_only(String header) {
        assertThat(server.ask(DoorKind.CONTROL, RawClient.request("GET", "/open", header))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void the_other_doors_do_not_take_the_control_token() {
        assertThat(server.get("/mine", "Authorization: Bearer " + TestServer.CONTROL_TOKEN)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_refused_cookie_is_nobody_on_a_route_for_anyone() {
        assertThat(server.get("/open", "Cookie: homekeep=nobody").text()).isEqualTo("-");
        assertThat(server.get("/open", ANNA).text()).isEqualTo("anna");
    }

    @Test
    void an_instant_route_that_does_not_remember_the_caller_still_answers() {
        assertThat(server.get("/now", "Cookie: homekeep=slow-anna").text()).isEqualTo("now");
    }

    @Tag("LN-04")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/change | homekeep=anna | X-Requested-With: t | X: y | 204",
                "/change | homekeep=anna | X-Requested-With: t | Sec-Fetch-Site: same-origin | 204",
                "/change | homekeep=anna | X-Requested-With: t | Sec-Fetch-Site: none | 204",
                "/change | homekeep=anna | X-Requested-With: t | Origin: http://localhost | 204",
                "/change | homekeep=anna | X: y | Sec-Fetch-Site: same-origin | 403",
                "/change | homekeep=anna | X: y | Origin: http://localhost | 403",
                "/change | homekeep=anna | X-Requested-With: t | Sec-Fetch-Site: cross-site | 403",
                "/change | homekeep=anna | X-Requested-With: t | Sec-Fetch-Site: same-site | 403",
                "/change | homekeep=anna | X-Requested-With: t | Sec-Fetch-Site: nonsense | 403",
                "/change | homekeep=anna | X-Requested-With: t | Origin: https://localhost | 403",
                "/change | homekeep=anna | X-Requested-With: t | Origin: http://localhost:1 | 403",
                "/change | homekeep=anna | X-Requested-With: t | Origin: http://evil.example | 403",
                "/change | homekeep=anna | X-Requested-With: t | Origin: null | 403",
                "/change | a=b | X-Requested-With: t | X: y | 401",
                "/change | homekeep=gone | X: y | X: y | 403",
                "/login | a=b | X: y | X: y | 204",
                "/login | homekeep=anna | X: y | X: y | 204",
                "/login | homekeep=gone | X: y | X: y | 204",
                "/login | a=b | X: y | Sec-Fetch-Site: same-origin | 204",
                "/login | a=b | X: y | Sec-Fetch-Site: cross-site | 403",
                "/login | a=b | X-Requested-With: t | Sec-Fetch-Site: same-site | 403",
                "/login | a=b | X: y | Origin: http://evil.example | 403",
                "/login | a=b | X: y | Origin: null | 403",
                "/nothing | a=b | X: y | Sec-Fetch-Site: cross-site | 403",
            })
    void another_site_changes_nothing(String path, String cookie, String first, String second, int status) {
        RawClient.Reply reply = server.ask(RawClient.withBody("POST", path, "", "Cookie: " + cookie, first, second));

        assertThat(reply.status()).isEqualTo(status);
        if (status == 403) {
            assertThat(reply.text()).contains("\"csrf\"");
        }
    }

    @Test
    void reading_needs_no_header() {
        assertThat(server.get("/mine", ANNA, "Sec-Fetch-Site: cross-site").status())
                .isEqualTo(200);
    }

    @Test
    void the_origin_is_what_the_browser_sees() {
        assertThat(server.get("/origin", "Host: localhost:8080").text()).isEqualTo("http://localhost:8080");
        assertThat(server.ask(DoorKind.LAN, RawClient.request("GET", "/origin", "Host: Home.local:8443"))
                        .text())
                .isEqualTo("https://home.local:8443");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=a | 200 | a",
                "q=a+b%20c | 200 | a b c",
                "q=%C3%A4 | 200 | ä",
                "q=a=b | 200 | a=b",
                "q | 200 | ''",
                "x=1&&y=2& | 200 | none",
                "q=%252e | 200 | %2e",
                "q=a&q=b | 400 | given twice",
                "q=a&%71=b | 400 | given twice",
                "q=%ff | 400 | not UTF-8",
                "q=%00 | 400 | not UTF-8",
            })
    void a_query_is_read_strictly(String query, int status, String text) {
        RawClient.Reply reply = server.get("/search?" + query);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains(text);
    }

    @Test
    void a_query_that_undertow_refuses_itself_is_the_clients_fault() {
        assertThat(server.get("/search?q=%2").status()).isEqualTo(400);
    }

    @Test
    void too_many_parameters_are_refused() {
        var query = new StringBuilder("q=1");
        for (int i = 0; i < 100; i++) {
            query.append("&p").append(i).append("=1");
        }

        assertThat(server.get("/search?" + query).status()).isEqualTo(400);
    }

    @Test
    void a_person_who_opens_a_page_without_being_signed_in_gets_the_shell() {
        String[] navigation = {"Sec-Fetch-Mode: navigate", "Accept: text/html,*/*"};

        assertThat(server.get("/mine", navigation).text()).isEqualTo("<p>the shell</p>");
        assertThat(server.get("/mine", navigation).status()).isEqualTo(200);
        assertThat(server.get("/mine", "Sec-Fetch-Mode: cors", "Accept: text/html")
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/mine", "Sec-Fetch-Mode: navigate", "Accept: image/png")
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/nothing", navigation).status()).isEqualTo(404);
        assertThat(server.ask(DoorKind.CONTROL, RawClient.request("GET", "/mine", navigation))
                        .status())
                .isEqualTo(401);
    }
}
