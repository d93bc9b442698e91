// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.homekeep.model.Limits;
import app.homekeep.model.Wire;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.role.NewRole;
import app.homekeep.model.session.SessionInfo;
import app.homekeep.model.signin.SignInRequest;
import app.homekeep.model.space.Space;
import app.homekeep.server.access.Access;
import io.avaje.jsonb.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each gap of avaje's own reader is closed: what is not exactly what was asked for is a 400 that says where.
class JsonBodyTest {
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.of(
                echo("/sign-in", Wire.type(SignInRequest.class)),
                echo("/user", Wire.type(NewUser.class)),
                echo("/role", Wire.type(NewRole.class)),
                echo("/info", Wire.type(SessionInfo.class)),
                echo("/space", Wire.type(Space.class)),
                echo("/spaces", Wire.page(Space.class)),
                echo("/list", Wire.list(NewUser.class)));
    }

    private static <T> Route echo(String path, JsonType<T> type) {
        return Route.post(path, Access.anyone(), request -> Answer.ok(type, request.json(type)));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static RawClient.Reply post(String path, String body) {
        return server.ask(RawClient.withBody("POST", path, body, "Content-Type: application/json"));
    }

    @Test
    void what_fits_is_read() {
        RawClient.Reply reply = post(
                "/sign-in",
                " {\"username\" : \"\\u00e4\\\"\\/\\ud83c\\udfe0x\""
                        + ",\"password\":\"secret\",\"remember\":true,\"totp\":null}\r\n\t ");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("\"username\":\"ä\\\"/🏠x\"").contains("\"remember\":true");
    }

    @Test
    void what_may_be_missing_may_be_missing() {
        assertThat(post("/sign-in", "{\"username\":\"a\",\"password\":\"b\"}").text())
                .contains("\"remember\":false")
                .contains("\"device_name\":null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'username':1,'password':'b'} | 'username':'This must be a text.'",
                "{'username':true,'password':'b'} | 'username':'This must be a text.'",
                "{'username':['a'],'password':'b'} | 'username':'This must be a text.'",
                "{'username':{},'password':'b'} | 'username':'This must be a text.'",
                "{'username':'a','password':'b','remember':'true'} | 'remember':'This must be true or false.'",
                "{'username':'a','password':'b','remember':1} | 'remember':'This must be true or false.'",
                "{'username':'a','password':'b','remember':null} | 'remember':'This must be true or false.'",
                "{'username':'a','password':'b','extra':1} | 'extra':'This is not known here.'",
                "{'username':'a','password':'b','Remember':true} | 'Remember':'This is not known here.'",
                "{'username':'a','password':'b','username':'c'} | 'username':'This is given twice.'",
                "{'username':'a','password':'b','\\u0075sername':'c'} | 'username':'This is given twice.'",
                "{'username':null,'password':'b'} | 'username':'This is needed.'",
                "{'password':'b'} | 'username':'This is needed.'",
                "{} | 'username':'This is needed.'",
                "[] | 'This must be an object.'",
                "'text' | 'This must be an object.'",
                "1 | 'This must be an object.'",
                "null | 'This is needed.'",
            })
    void what_does_not_fit_is_refused_with_where_and_why(String body, String told) {
        RawClient.Reply reply = post("/sign-in", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"bad_request\"").contains(told.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{'username'",
                "{'username':",
                "{'username':}",
                "{'username':'a'",
                "{'username':'a',}",
                "{,'username':'a'}",
                "{'username' 'a'}",
                "{'username':'a' 'password':'b'}",
                "{'username':'a','password':'b'}x",
                "{'username':'a','password':'b'}{}",
                "{'username':'a','password':'b'},",
                "{username:'a','password':'b'}",
                "{'username':'a\nb','password':'b'}",
                "{'username':'a\\x','password':'b'}",
                "{'username':'a\\u12','password':'b'}",
                "{'username':'a\\u12g4','password':'b'}",
                "{'username':'\\ud800','password':'b'}",
                "{'username':'\\udc00\\ud800','password':'b'}",
                "{'username':'a','password':'b','remember':tru}",
                "{'username':'a','password':'b','remember':TRUE}",
                "{'username':'a','password':'b','totp':nul}",
                "{'username':'a','password':'b','remember':true//x\n}",
                "{'username':'a','password':'b',/**/'remember':true}",
                "{'username':'a','password':'b','nothing':01}",
                "\uFEFF{'username':'a','password':'b'}",
            })
    void what_is_not_json_is_refused(String body) {
        RawClient.Reply reply = post("/sign-in", body.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"bad_request\"");
    }

    @Test
    void single_quotes_are_not_json() {
        assertThat(post("/sign-in", "{'username':'a','password':'b'}").status()).isEqualTo(400);
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() throws Exception {
        byte[] body = "{\"username\":\"?\",\"password\":\"b\"}".getBytes(StandardCharsets.UTF_8);
        body[13] = (byte) 0xff;
        try (var client = RawClient.open(server, DoorKind.LOCAL)) {
            client.send(RawClient.request(
                    "POST", "/sign-in", "Content-Type: application/json", "Content-Length: " + body.length));
            client.send(body);

            assertThat(client.reply(false).text()).contains("not UTF-8");
        }
    }

    @Test
    void a_value_that_breaks_a_rule_names_its_member() {
        assertThat(post("/user", "{\"username\":\"-\",\"role\":\"user\",\"password\":\"p\"}")
                        .text())
                .contains("\"fields\":{\"username\":\"Use letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"file:eat\"", "\"FILE_READ\"", "\"\"", "1", "{}"})
    void an_unknown_name_of_an_enumeration_is_refused(String permission) {
        RawClient.Reply reply = post("/role", "{\"name\":\"a\",\"permissions\":[" + permission + "]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"permissions");
    }

    @Test
    void a_time_that_is_none_is_refused() {
        assertThat(post("/info", "{\"id\":\"a\",\"created_at\":\"yesterday\"}").text())
                .contains("\"fields\":{\"created_at\":");
    }

    @Test
    void a_list_that_is_missing_is_the_clients_fault() {
        assertThat(post("/space", "{\"id\":\"a\",\"name\":\"b\",\"kind\":\"shared\"}")
                        .status())
                .isEqualTo(400);
        assertThat(post("/space", "{\"id\":\"a\",\"name\":\"b\",\"kind\":\"shared\",\"permissions\":[null]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_place_in_a_list_is_named() {
        String good = "{\"username\":\"a\",\"role\":\"user\",\"password\":\"p\"}";

        assertThat(post("/list", "[" + good + "," + good + ",{\"username\":5}]").text())
                .contains("\"[2].username\":\"This must be a text.\"");
        assertThat(post("/spaces", "{\"items\":[{\"id\":\"a\",\"permissions\":[\"file:read\",7]}]}")
                        .text())
                .contains("\"items[0].permissions[1]\":\"This must be a text.\"");
    }

    @Test
    void deep_nesting_is_refused_before_it_costs_a_stack() {
        String deep = "{\"x\":".repeat(10_000);

        assertThat(post("/sign-in", deep).status()).isEqualTo(400);
        assertThat(StrictJson.of("[".repeat(Limits.JSON_DEPTH + 1).getBytes(StandardCharsets.UTF_8)))
                .satisfies(json -> {
                    for (int i = 0; i < Limits.JSON_DEPTH; i++) {
                        json.beginArray();
                        json.hasNextElement();
                    }
                    assertThat(catchThrowable(json::beginArray)).hasMessageContaining("too deeply");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "0, true", "-1, true", "2147483647, true", "1e2, true", "1.0, true", "2147483648, false", "1.5, false",
        "1e400, false", "1e99999999, false", "01, false", "+1, false", ".5, false", "1., false", "'\"1\"', false",
        "-, false", "1e, false", "NaN, false", "0x10, false", "99999999999999999999999999999999999999999999, false"
    })
    void a_number_is_a_whole_one_in_its_bounds(String number, boolean fits) {
        StrictJson json = StrictJson.of(number.getBytes(StandardCharsets.UTF_8));

        Throwable failure = catchThrowable(() -> {
            json.readInt();
            json.end();
        });

        assertThat(failure == null).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: application/jsonp",
                "X: y"
            })
    void a_body_that_does_not_say_it_is_json_is_refused(String type) {
        RawClient.Reply reply =
                server.ask(RawClient.withBody("POST", "/sign-in", "{\"username\":\"a\",\"password\":\"b\"}", type));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text()).contains("type_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON", "application/json;charset=UTF-8"})
    void json_may_be_said_in_other_ways(String type) {
        String body = "{\"username\":\"a\",\"password\":\"b\"}";

        assertThat(server.ask(RawClient.withBody("POST", "/sign-in", body, "Content-Type: " + type))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_password_is_never_told_back() {
        List<String> bodies = List.of(
                "{\"username\":\"a\",\"password\":\"hush-hush\"",
                "{\"username\":1,\"password\":\"hush-hush\"}",
                "{\"password\":\"hush-hush\",\"password\":\"hush-hush\"}");

        for (String body : bodies) {
            assertThat(post("/sign-in", body).text()).doesNotContain("hush");
        }
    }
}
