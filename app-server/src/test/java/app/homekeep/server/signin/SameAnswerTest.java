// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody learns from an answer, or from the time it takes, which accounts there are.
@Tag("LN-03")
class SameAnswerTest {
    private static final int ROUNDS = 9;
    private static final List<String> NAMES = List.of("anna", "nobody", "ines", "bert", "dora");

    private TestServer server;

    /// Anna is there; Ines was invited and has no password yet; Bert is blocked, Dora deactivated.
    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        for (String name : List.of("anna", "ines", "bert", "dora")) {
            server.addUser(name, "user");
        }
        Sql.run(server, "UPDATE accounts SET state = 'invited', password_hash = '!' WHERE username = 'ines'");
        Sql.run(server, "UPDATE accounts SET state = 'blocked' WHERE username = 'bert'");
        Sql.run(server, "UPDATE accounts SET state = 'deactivated' WHERE username = 'dora'");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatever_the_account_a_wrong_password_gets_the_same_bytes() {
        List<String> answers = NAMES.stream().map(name -> bytes(wrong(name))).toList();

        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(wrong("anna").at("code")).isEqualTo("bad_credentials");
    }

    @Test
    void and_takes_the_same_time() {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : NAMES) {
                long begun = System.nanoTime();
                wrong(name);
                times.computeIfAbsent(name, ignored -> new ArrayList<>()).add(System.nanoTime() - begun);
            }
        }

        long anna = median(times, "anna");
        for (String name : NAMES) {
            // A hash that is left out takes a tenth of the time: this is wide, for machines that do other things too.
            assertThat((double) median(times, name) / anna).as(name).isBetween(0.4, 2.5);
        }
    }

    @Test
    @Tag("LN-10")
    void only_the_right_password_tells_that_an_account_is_blocked() {
        for (String name : List.of("bert", "dora")) {
            Answered answer = server.browser().signIn(name, TestServer.USER_PASSWORD);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.at("code")).isEqualTo("user_blocked");
            assertThat(answer.headers().get("set-cookie")).isNull();
        }
    }

    @Test
    void who_was_invited_has_no_password_that_fits() {
        for (String password : List.of("!", "a", TestServer.USER_PASSWORD)) {
            assertThat(server.browser().signIn("ines", password).at("code")).isEqualTo("bad_credentials");
        }
    }

    @Test
    void whoever_forgot_their_password_hears_the_same_as_who_has_no_account() {
        List<String> answers = NAMES.stream()
                .map(name -> {
                    Answered answer = server.browser()
                            .post("/api/v1/auth/forgot-password", "{\"username\":\"%s\"}".formatted(name));
                    return answer.status() + bytes(answer) + answer.headers().keySet();
                })
                .toList();

        assertThat(answers).containsOnly(answers.getFirst()).first().asString().startsWith("202");
    }

    @Test
    void a_code_for_a_new_password_that_is_wrong_says_nothing_of_the_account() {
        List<String> answers = NAMES.stream()
                .map(name -> bytes(server.browser()
                        .post(
                                "/api/v1/auth/reset-password",
                                "{\"username\":\"%s\",\"code\":\"0000-0000-0000-0000\",\"password\":\"seven swans a-swimming\"}"
                                        .formatted(name))))
                .toList();

        assertThat(answers).containsOnly(answers.getFirst()).first().asString().contains("bad_code");
    }

    private Answered wrong(String name) {
        return server.browser().signIn(name, "not the password");
    }

    private static String bytes(Answered answer) {
        return answer.status() + answer.text().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    private static long median(Map<String, List<Long>> times, String name) {
        return times.getOrDefault(name, List.of()).stream().sorted().toList().get(ROUNDS / 2);
    }
}
