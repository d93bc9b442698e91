// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands about people, on a server that runs.
class UserCommandsTest {
    private TestServer server;
    private Console console;
    private String out = "";
    private String err = "";

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
    @Tag("DC-02")
    void an_account_is_made_blocked_unblocked_deactivated_and_deleted_by_its_name() {
        assertThat(run(TestServer.USER_PASSWORD, "user", "add", "anna", "--password-stdin"))
                .isZero();
        assertThat(signInCode("anna")).isEqualTo(200);

        assertThat(run("", "user", "block", "ANNA")).isZero();
        assertThat(signInCode("anna")).isEqualTo(403);
        assertThat(run("", "user", "unblock", "anna")).isZero();
        assertThat(signInCode("anna")).isEqualTo(200);
        assertThat(run("", "user", "deactivate", "anna")).isZero();
        run("", "user", "list");
        assertThat(out).containsPattern("anna +anna +user +deactivated");
        assertThat(run("", "user", "delete", "anna", "--files", "remove")).isZero();
        assertThat(signInCode("anna")).isEqualTo(401);
    }

    @Test
    void an_account_with_an_invite_prints_a_link_that_works() {
        assertThat(run("", "user", "add", "ben", "--invite", "--role", "viewer"))
                .isZero();
        String token = token();

        assertThat(server.browser().get("/api/v1/auth/invites/" + token).at("username"))
                .isEqualTo("ben");
        assertThat(run("", "user", "invite", "ben")).isZero();
        assertThat(token()).isNotEqualTo(token);
        assertThat(server.browser().get("/api/v1/auth/invites/" + token).status())
                .isEqualTo(404);
    }

    @Test
    void an_invite_is_made_listed_and_taken_back() {
        assertThat(run("", "invite", "create", "--name", "Ben")).isZero();
        String token = token();
        assertThat(run("", "invite", "list", "--json")).isZero();
        assertThat(out).contains("\"name\":\"Ben\"").doesNotContain(token);
        String id = String.valueOf(
                server.control().get("/api/v1/invites").items().getFirst().get("id"));

        assertThat(run("", "invite", "revoke", id)).isZero();

        assertThat(server.browser().get("/api/v1/auth/invites/" + token).status())
                .isEqualTo(404);
        assertThat(run("", "invite", "revoke", id)).isEqualTo(1);
    }

    @Test
    void a_second_factor_and_a_role_are_required_and_given_by_name() {
        server.addUser("anna", "user");

        assertThat(run("", "user", "require-2fa", "anna")).isZero();
        assertThat(listed()).contains("\"require_totp\":true");
        assertThat(run("", "user", "require-2fa", "anna", "--off")).isZero();
        assertThat(listed()).doesNotContain("\"require_totp\":true");
        assertThat(run("", "user", "role", "anna", "viewer")).isZero();
        assertThat(listed()).contains("\"role\":\"viewer\"");
    }

    @Test
    void what_the_server_refuses_ends_with_1_and_its_sentence_and_what_is_no_command_with_2() {
        assertThat(run("", "user", "block", "nobody")).isEqualTo(1);
        assertThat(err).contains("There is no account of that name: nobody").endsWith("[not_found]\n");
        assertThat(run("", "user", "block", "olga")).isEqualTo(1);
        assertThat(err).contains("There is always an owner").endsWith("[forbidden]\n");
        assertThat(run("", "user", "delete", "olga", "--files", "burn")).isEqualTo(1);
        assertThat(run("", "user", "add", "anna")).isEqualTo(2);
        assertThat(run("", "user", "add", "anna", "--invite", "--password-stdin"))
                .isEqualTo(2);
        assertThat(run("", "user", "block")).isEqualTo(2);
    }

    private int signInCode(String username) {
        return server.browser().signIn(username, TestServer.USER_PASSWORD).status();
    }

    private String listed() {
        run("", "user", "list", "--json");
        return out;
    }

    private String token() {
        return out.lines()
                .filter(line -> line.startsWith("Link: "))
                .map(line -> line.substring(line.indexOf('#') + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(out));
    }

    private int run(String typed, String... words) {
        int status = console.run(typed, words);
        out = console.out();
        err = console.err();
        return status;
    }
}
