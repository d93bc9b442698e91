// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Role;
import app.homekeep.server.access.Access;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What other sites' pages may do: nothing, but for those that the owner has listed.
@Tag("FO-05")
class CrossOriginsTest {
    private static final String LISTED = "Origin: https://photos.example.org";
    private static final String WANTS = "Access-Control-Request-Method: POST";

    private final AtomicReference<Set<String>> origins = new AtomicReference<>(Set.of("https://photos.example.org"));
    private TestServer server;

    @BeforeEach
    void open() {
        server = TestServer.with(
                config -> TestServer.changed(
                        config, config.limits(), new DoorRules(() -> true, Proxies.NONE, () -> false, origins::get)),
                Route.get("/api/v1/mine", Access.signedIn(), r -> Answer.text(200, "text/plain", "x".repeat(2000))),
                Route.post("/api/v1/mine", Access.signedIn(), r -> Answer.nothing()),
                Route.post("/api/v1/login", Access.anyone(), r -> Answer.nothing()),
                Route.get("/page", Access.anyone(), r -> Answer.nothing()));
        server.callers.signIn("anna", Role.USER);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private RawClient.Reply preflight(DoorKind door, String... headers) {
        return server.ask(door, RawClient.request("OPTIONS", "/api/v1/mine", headers));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "LAN"})
    void a_listed_site_is_told_what_it_may_send(DoorKind door) {
        RawClient.Reply reply = preflight(door, LISTED, WANTS, "Access-Control-Request-Headers: authorization");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://photos.example.org");
        assertThat(reply.header("Access-Control-Allow-Methods")).contains("POST", "PATCH", "DELETE");
        assertThat(reply.header("Access-Control-Allow-Headers")).contains("Authorization", "Upload-Offset");
        assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("600");
        assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(reply.header("Vary")).contains("Origin", "Access-Control-Request-Headers");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://photos.example.org",
                "https://photos.example.org:8443",
                "https://photos.example.org.evil.example",
                "https://sub.photos.example.org",
                "null",
                "*",
                ""
            })
    void nobody_else_is_told_anything(String origin) {
        RawClient.Reply asked = preflight(DoorKind.LAN, "Origin: " + origin, WANTS);
        RawClient.Reply read = server.ask(
                DoorKind.LAN,
                RawClient.request("GET", "/api/v1/mine", "Origin: " + origin, "Authorization: Bearer anna"));

        assertThat(asked.status()).isEqualTo(405);
        assertThat(read.status()).isEqualTo(200);
        assertThat(asked.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(read.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
    }

    @Test
    void where_nobody_is_listed_nothing_is_said_at_all() {
        origins.set(Set.of());

        RawClient.Reply read = server.get("/api/v1/mine", LISTED, "Authorization: Bearer anna");

        assertThat(preflight(DoorKind.LOCAL, LISTED, WANTS).status()).isEqualTo(405);
        assertThat(read.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        assertThat(read.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @Test
    void the_list_is_looked_at_each_time() {
        origins.set(Set.of("https://other.example"));

        assertThat(preflight(DoorKind.LOCAL, LISTED, WANTS).status()).isEqualTo(405);
        assertThat(preflight(DoorKind.LOCAL, "Origin: https://OTHER.example", WANTS)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_listed_site_reads_with_a_key_of_its_own() {
        RawClient.Reply reply = server.get("/api/v1/mine", LISTED, "Authorization: Bearer anna");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://photos.example.org");
        assertThat(reply.header("Access-Control-Expose-Headers")).contains("X-Request-Id", "Upload-Offset", "ETag");
        assertThat(reply.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(reply.header("Vary")).isEqualTo("Accept-Encoding, Origin");
    }

    @Test
    void a_listed_site_can_read_why_it_was_refused() {
        RawClient.Reply reply = server.get("/api/v1/mine", LISTED);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://photos.example.org");
    }

    @Test
    void caches_are_told_that_the_answer_depends_on_who_asks() {
        assertThat(server.get("/api/v1/mine", "Authorization: Bearer anna").header("Vary"))
                .isEqualTo("Accept-Encoding, Origin");
    }

    /// Another site's request is another site's, listed or not, as soon as the browser's cookies carry it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/mine | Authorization: Bearer anna | 204",
                "/api/v1/mine | Cookie: homekeep=anna | 403",
                "/api/v1/mine | X-Nothing: at all | 403",
                "/api/v1/mine | Authorization: Basic YTpi | 403",
                "/api/v1/login | Authorization: Bearer anna | 403",
                "/api/v1/login | X-Nothing: at all | 403",
            })
    void a_listed_site_changes_with_its_key_only(String path, String with, int status) {
        RawClient.Reply reply = server.ask(RawClient.withBody(
                "POST", path, "", LISTED, with, "X-Requested-With: t", "Sec-Fetch-Site: cross-site"));

        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void a_site_that_is_not_listed_changes_nothing_even_with_a_key() {
        assertThat(server.ask(RawClient.withBody(
                                "POST",
                                "/api/v1/mine",
                                "",
                                "Origin: https://evil.example",
                                "Authorization: Bearer anna",
                                "X-Requested-With: t"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void only_the_api_is_for_other_sites() {
        assertThat(server.ask(RawClient.request("OPTIONS", "/page", LISTED, WANTS))
                        .status())
                .isEqualTo(405);
        assertThat(server.get("/page", LISTED).header("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(server.ask(
                                DoorKind.CONTROL,
                                RawClient.request(
                                        "OPTIONS",
                                        "/api/v1/mine",
                                        LISTED,
                                        WANTS,
                                        "Authorization: Bearer " + TestServer.CONTROL_TOKEN))
                        .status())
                .isEqualTo(405);
        assertThat(server.ask(DoorKind.WELCOME, RawClient.request("OPTIONS", "/api/v1/mine", LISTED, WANTS))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void an_options_that_is_no_preflight_is_no_route() {
        assertThat(preflight(DoorKind.LOCAL, LISTED).status()).isEqualTo(405);
        assertThat(preflight(DoorKind.LOCAL, LISTED, WANTS, "Host: evil.example")
                        .status())
                .isEqualTo(421);
    }
}
