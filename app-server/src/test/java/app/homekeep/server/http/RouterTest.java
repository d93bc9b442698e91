// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.access.Access;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private static final Router ROUTER = new Router(List.of(
            get("/"),
            get("/a"),
            get("/a/b"),
            get("/a/{x}"),
            delete("/a/{x}"),
            get("/a/{x}/c"),
            get("/{y}/b/c"),
            get("/files/{rest...}"),
            get("/files/fixed"),
            delete("/only")));

    private static Route get(String path) {
        return Route.get(path, Access.anyone(), request -> Answer.nothing());
    }

    private static Route delete(String path) {
        return Route.delete(path, Access.anyone(), request -> Answer.nothing());
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a",
        "/a/b, /a/b",
        "/a/z, /a/{x}",
        "/a/b/c, /a/{x}/c",
        "/z/b/c, /{y}/b/c",
        "/files/x, /files/{rest...}",
        "/files/x/y/z, /files/{rest...}",
        "/files/fixed, /files/fixed",
        "/files/fixed/x, /files/{rest...}",
    })
    void what_is_spelled_out_beats_a_placeholder(String path, String route) {
        assertThat(ROUTER.match("GET", path))
                .isInstanceOfSatisfying(
                        Router.Match.Found.class,
                        found -> assertThat(found.route().path()).isEqualTo(route));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b", "/a/", "/files", "/files/", "/A", "/a/b/c/d", "/only/"})
    void what_is_not_there_is_not_found(String path) {
        assertThat(ROUTER.match("GET", path)).isEqualTo(new Router.Match.Nothing());
    }

    @Test
    void placeholders_give_their_values() {
        assertThat(values("/a/z/c")).isEqualTo(Map.of("x", "z"));
        assertThat(values("/files/x/y z")).isEqualTo(Map.of("rest", "x/y z"));
        assertThat(values("/a/b")).isEmpty();
    }

    private static Map<String, String> values(String path) {
        return ((Router.Match.Found) ROUTER.match("GET", path)).segments();
    }

    @Test
    void a_known_path_names_its_methods() {
        assertThat(ROUTER.match("POST", "/a/z"))
                .isEqualTo(new Router.Match.WrongMethod(Set.of("DELETE", "GET", "HEAD")));
        assertThat(ROUTER.match("GET", "/only")).isEqualTo(new Router.Match.WrongMethod(Set.of("DELETE")));
    }

    @Test
    void a_method_that_the_exact_path_lacks_is_looked_for_behind_the_placeholder() {
        assertThat(ROUTER.match("DELETE", "/a/b")).isInstanceOf(Router.Match.Found.class);
    }

    @Test
    void head_is_served_by_get() {
        assertThat(ROUTER.match("HEAD", "/a")).isInstanceOf(Router.Match.Found.class);
        assertThat(ROUTER.match("HEAD", "/only")).isInstanceOf(Router.Match.WrongMethod.class);
    }

    @Test
    void two_routes_for_one_thing_are_refused() {
        assertThatThrownBy(() -> new Router(List.of(get("/a/{x}"), get("/a/{y}"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/a/{y}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "", "/{rest...}/a"})
    void a_malformed_path_is_refused(String path) {
        assertThatThrownBy(() -> new Router(List.of(get(path)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void all_routes_are_listed() {
        assertThat(ROUTER.routes()).hasSize(10);
    }

    @Test
    void a_wrong_method_is_answered_with_the_right_ones() {
        try (var server = TestServer.of(get("/a"), delete("/a"))) {
            RawClient.Reply reply = server.ask(RawClient.request("PUT", "/a"));

            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("Allow")).isEqualTo("DELETE, GET, HEAD");
            assertThat(reply.text()).contains("method_not_allowed");
        }
    }
}
