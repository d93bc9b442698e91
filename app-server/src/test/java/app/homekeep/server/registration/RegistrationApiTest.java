// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.registration;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.account.Household;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationApiTest {
    private static final String PASSWORD = "seven swans on the water";

    private Household home;

    @BeforeEach
    void start(@TempDir Path folder) {
        home = new Household(folder);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    @Tag("DC-02")
    void somebody_asks_the_owner_says_yes_and_their_own_password_lets_them_in() {
        open();
        assertThat(ask("ben").status()).isEqualTo(202);
        assertThat(home.server.browser().signIn("ben", PASSWORD).status()).isEqualTo(401);
        Answered requests = home.panel.get("/api/v1/registrations");

        assertThat(requests.items()).singleElement().satisfies(request -> {
            assertThat(request.get("username")).isEqualTo("ben");
            assertThat(request.get("message")).isEqualTo("It's me");
            assertThat(request.get("taken")).isEqualTo(false);
        });
        assertThat(requests.text()).doesNotContain("argon2");
        Answered accepted = accept(requests, "{\"role\":\"viewer\"}");

        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.at("role")).isEqualTo("viewer");
        assertThat(home.server.browser().signIn("ben", PASSWORD).status()).isEqualTo(200);
        assertThat(home.panel.get("/api/v1/registrations").items()).isEmpty();
        assertThat(accept(requests, "{\"role\":\"viewer\"}").status()).isEqualTo(404);
        assertThat(home.audited("REGISTER_ACCEPT")).contains("ben");
    }

    @Test
    void whether_anybody_may_ask_is_the_owners_to_say_and_is_told_before() {
        assertThat(home.server.browser().get("/api/v1/system/info").at("registration"))
                .isEqualTo("invite");
        assertThat(ask("ben").at("code")).isEqualTo("registration_closed");

        home.panel.patch("/api/v1/settings", "{\"registration\":\"closed\"}");
        assertThat(ask("ben").at("code")).isEqualTo("registration_closed");

        open();
        assertThat(home.server.browser().get("/api/v1/system/info").at("registration"))
                .isEqualTo("request");
        assertThat(home.panel
                        .patch("/api/v1/settings", "{\"registration\":\"open\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Tag("LN-03")
    void the_answer_never_tells_whether_a_name_exists() {
        open();

        Answered taken = ask("ANNA");
        Answered free = ask("ben");
        Answered twice = ask("Ben");

        for (Answered answer : List.of(taken, free, twice)) {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.text()).isEmpty();
        }
        assertThat(home.panel.get("/api/v1/registrations").items())
                .extracting(request -> request.get("username"))
                .containsExactly("ben");
        assertThat(home.panel.get("/api/v1/audit?event=REGISTER").items())
                .extracting(event -> event.get("outcome"))
                .containsExactly("REFUSED", "SUCCESS", "REFUSED");
    }

    @Test
    void strangers_fill_no_disk() {
        open();
        for (int i = 0; i < Registrations.MOST; i++) {
            home.execute("INSERT INTO registrations VALUES ('r%s', 'n%s', 'n%s', 'N', NULL, '-', '!', 1)"
                    .formatted(i, i, i));
        }

        assertThat(ask("ben").status()).isEqualTo(202);

        assertThat(home.number("SELECT count(*) FROM registrations")).isEqualTo(Registrations.MOST);
        assertThat(home.audited("REGISTER")).contains("REFUSED");
    }

    @Test
    void a_name_that_is_taken_by_then_keeps_the_request_and_a_no_ends_it() {
        open();
        ask("ben");
        home.server.addUser("Ben", "user");
        Answered requests = home.panel.get("/api/v1/registrations");

        assertThat(requests.items()).extracting(request -> request.get("taken")).containsExactly(true);
        assertThat(accept(requests, "{\"role\":\"user\"}").status()).isEqualTo(409);
        assertThat(accept(requests, "{\"role\":\"owner\"}").status()).isEqualTo(400);
        String path = "/api/v1/registrations/" + requests.items().getFirst().get("id");
        assertThat(home.panel.delete(path).status()).isEqualTo(204);
        assertThat(home.panel.delete(path).status()).isEqualTo(404);
        assertThat(home.audited("REGISTER_DENY")).contains("ben");
    }

    @Test
    @Tag("FO-11")
    void an_administrator_accepts_nobody_as_administrator() {
        open();
        ask("ben");
        Answered requests = home.panel.get("/api/v1/registrations");
        String path = "/api/v1/registrations/" + requests.items().getFirst().get("id") + "/accept";
        var adam = home.managing("adam");

        assertThat(adam.post(path, "{\"role\":\"admin\"}").status()).isEqualTo(403);
        assertThat(adam.post(path, "{\"role\":\"user\"}").status()).isEqualTo(201);
        assertThat(home.browser("anna").get("/api/v1/registrations").status()).isEqualTo(403);
    }

    @Test
    void a_bad_password_is_refused_before_anybody_is_asked() {
        open();

        Answered refused =
                home.server.browser().post("/api/v1/auth/register", "{\"username\":\"ben\",\"password\":\"short\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(home.panel.get("/api/v1/registrations").items()).isEmpty();
    }

    private void open() {
        home.panel.patch("/api/v1/settings", "{\"registration\":\"request\"}");
    }

    private Answered ask(String username) {
        return home.server
                .browser()
                .post(
                        "/api/v1/auth/register",
                        "{\"username\":\"%s\",\"password\":\"%s\",\"message\":\"It's me\"}"
                                .formatted(username, PASSWORD));
    }

    private Answered accept(Answered requests, String json) {
        String id = String.valueOf(requests.items().getFirst().get("id"));
        return home.panel.post("/api/v1/registrations/" + id + "/accept", json);
    }
}
