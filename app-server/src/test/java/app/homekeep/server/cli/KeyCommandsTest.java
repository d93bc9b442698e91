// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import app.homekeep.server.secondfactor.Authenticator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands about keys and ways back in, on a server that runs.
class KeyCommandsTest {
    private TestServer server;
    private Console console;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = TestServer.start(folder);
        console = Console.beside(server);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        console.close();
    }

    @Test
    @Tag("FO-01")
    void a_key_is_printed_alone_so_that_a_script_can_keep_it() {
        int status = console.run(
                "", "api-key", "create", "--name", "nas", "--permission", "file:read", "--permission", "file:upload");
        String key = console.out().strip();

        assertThat(status).isZero();
        assertThat(key).matches("hk_[a-z0-9]+_[a-z0-9]+");
        assertThat(me(key).at("user.username")).isEqualTo("olga");
        assertThat(console.err()).contains("homekeep api-key revoke");
    }

    @Test
    @Tag("FO-01")
    void a_key_ends_when_it_was_told_to() {
        assertThat(console.run(
                        "",
                        "api-key",
                        "create",
                        "--name",
                        "nas",
                        "--permission",
                        "file:read",
                        "--expires",
                        "90d",
                        "--json"))
                .isZero();
        String end = console.out().replaceAll("(?s).*\"expires_at\":\"([^\"]+)\".*", "$1");

        assertThat(Duration.between(Instant.now(), Instant.parse(end)))
                .isBetween(Duration.ofDays(89), Duration.ofDays(90));
    }

    @Test
    @Tag("FO-02")
    void keys_are_listed_without_their_secret_and_revoked_one_by_one_or_all() {
        String one = create("one");
        String other = create("other");
        console.run("", "api-key", "list");
        assertThat(console.out())
                .contains("one", "other", "olga", "file:read", "never")
                .doesNotContain(one.substring(one.lastIndexOf('_')));

        assertThat(console.run("", "api-key", "revoke", one.split("_", 3)[1])).isZero();
        assertThat(me(one).status()).isEqualTo(401);
        assertThat(me(other).status()).isEqualTo(200);
        assertThat(console.run("", "api-key", "revoke", "--all")).isZero();
        assertThat(me(other).status()).isEqualTo(401);
        assertThat(console.run("", "api-key", "revoke", "nothing")).isEqualTo(1);
        assertThat(console.run("", "api-key", "revoke")).isEqualTo(2);
    }

    @Test
    @Tag("FO-01")
    void what_no_key_can_have_is_refused_with_its_reason() {
        assertThat(console.run("", "api-key", "create", "--name", "x", "--permission", "file:eat"))
                .isEqualTo(1);
        assertThat(console.err()).contains("There is no permission file:eat.");
        assertThat(console.run("", "api-key", "create", "--name", "x", "--permission", "user:manage"))
                .isEqualTo(1);
        assertThat(console.err()).contains("No API key may have user:manage.");
        assertThat(console.run(
                        "", "api-key", "create", "--name", "x", "--permission", "file:read", "--expires", "soon"))
                .isEqualTo(2);
    }

    @Test
    @Tag("LF-02")
    void the_signing_key_is_listed_and_rotated() {
        console.run("", "key", "list");
        assertThat(console.out()).contains("active").doesNotContain("retiring");

        assertThat(console.run("", "key", "rotate")).isZero();
        console.run("", "key", "list");
        assertThat(console.out()).contains("active", "retiring");
        assertThat(console.run("", "key", "rotate", "--at-once")).isZero();
        console.run("", "key", "list", "--json");
        assertThat(console.out()).contains("\"state\":\"active\"").doesNotContain("retiring");
    }

    @Test
    @Tag("DC-02")
    void a_code_for_a_new_password_works_once() {
        server.addUser("anna", "user");

        assertThat(console.run("", "user", "reset-password", "anna")).isZero();
        String code = console.out().replaceAll("(?s).*?([0-9A-Z]{4}(-[0-9A-Z]{4})+).*", "$1");
        String body = "{\"username\":\"anna\",\"code\":\"%s\",\"password\":\"a new boat on the lake\"}".formatted(code);

        assertThat(server.browser().post("/api/v1/auth/reset-password", body).status())
                .isEqualTo(204);
        assertThat(server.browser().post("/api/v1/auth/reset-password", body).status())
                .isEqualTo(401);
        assertThat(server.browser().signIn("anna", "a new boat on the lake").status())
                .isEqualTo(200);
    }

    @Test
    @Tag("DC-04")
    void a_second_factor_is_taken_away_and_must_be_set_up_anew() {
        server.addUser("anna", "user");
        TestClient anna = server.browser().always("X-Requested-With", "test");
        anna.signIn("anna", TestServer.USER_PASSWORD);
        Authenticator.setUp(server, anna, TestServer.USER_PASSWORD);

        assertThat(console.run("", "user", "reset-2fa", "anna")).isZero();

        assertThat(anna.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(server.browser().signIn("anna", TestServer.USER_PASSWORD).at("methods"))
                .isEqualTo("[enrolment]");
    }

    private String create(String name) {
        console.run("", "api-key", "create", "--name", name, "--permission", "file:read");
        return console.out().strip();
    }

    private TestClient.Answered me(String key) {
        return server.browser().get("/api/v1/auth/me", "Authorization", "Bearer " + key);
    }
}
