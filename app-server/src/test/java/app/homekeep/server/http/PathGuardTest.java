// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Access;
import app.homekeep.server.problem.Refused;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {
    private static final Route EVERYTHING =
            Route.get("/{rest...}", Access.anyone(), request -> Answer.text(200, "text/plain", request.path()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "*",
                "//",
                "//a",
                "/a//b",
                "/a//",
                "/.",
                "/..",
                "/./a",
                "/../a",
                "/a/.",
                "/a/..",
                "/a/./b",
                "/a/../b",
                "/a/../../b",
                "/%2e",
                "/%2e%2e",
                "/%2e%2e/a",
                "/%2E%2E/a",
                "/.%2e/a",
                "/%2e./a",
                "/a%2eb",
                "/a%2fb",
                "/a%2Fb",
                "/%2f",
                "/a%5cb",
                "/a%5Cb",
                "/a\\b",
                "/..\\a",
                "/a;b",
                "/a;b=1/c",
                "/a/;/b",
                "/a%3bb",
                "/a%3Bb=1",
                "/..;/a",
                "/%00",
                "/a%00",
                "/a%00.html",
                "/a%0ab",
                "/a%0d%0ab",
                "/a%09b",
                "/a%1fb",
                "/a%7fb",
                "/a%c2%80b",
                "/a%c2%9fb",
                "/%",
                "/a%",
                "/a%2",
                "/a%zz",
                "/a%u0041",
                "/%c0%ae",
                "/%c0%af",
                "/%c0%ae%c0%ae/a",
                "/%e0%80%af",
                "/%f0%80%80%af",
                "/%ff",
                "/%c3",
                "/%c3%28",
                "/%ed%a0%80",
                "/%f4%90%80%80",
                "/a b",
                "/a\tb",
                "/ä",
                "/a%e2%80%aeb",
                "/a%e2%80%8fb",
                "/a%e2%81%a6b",
            })
    void what_could_be_read_in_two_ways_is_refused(String raw) {
        assertThatThrownBy(() -> PathGuard.canonical(raw))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.BAD_PATH));
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a",
        "/a/, /a/",
        "/a/b.txt, /a/b.txt",
        "/.well-known/x, /.well-known/x",
        "/..., /...",
        "/a..b, /a..b",
        "/a%20b, /a b",
        "/%C3%A4, /ä",
        "/%f0%9f%8f%a0, /🏠",
        "/100%25, /100%",
        "/%252e%252e/a, /%2e%2e/a",
        "/a+b, /a+b",
        "/a:b@c!$&'()*=~-_, /a:b@c!$&'()*=~-_",
    })
    void what_has_one_reading_is_decoded_once(String raw, String path) {
        assertThat(PathGuard.canonical(raw)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/../b",
                "/%2e%2e/b",
                "//b",
                "/a%2fb",
                "/a%5cb",
                "/a;b=c",
                "/%00",
                "/%ff",
                "/a//b",
                "/.",
                "http://localhost/../b",
                "http://localhost//b",
            })
    void undertow_hands_the_raw_path_on_so_that_the_guard_sees_it(String target) {
        try (var server = TestServer.of(EVERYTHING)) {
            RawClient.Reply reply = server.get(target);

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text()).contains("bad_path");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\\b", "/a%zz", "/ä", "/a\0b"})
    void what_undertow_refuses_or_the_guard_never_reaches_a_route(String target) throws IOException {
        try (var server = TestServer.of(EVERYTHING);
                var client = RawClient.open(server, DoorKind.LOCAL)) {
            client.send(RawClient.request("GET", target));

            assertThat(client.line()).contains(" 400 ");
        }
    }

    @Test
    void a_request_for_an_absolute_address_is_served_by_its_path() {
        try (var server = TestServer.of(EVERYTHING)) {
            assertThat(server.get("http://localhost/a/b").text()).isEqualTo("/a/b");
        }
    }
}
