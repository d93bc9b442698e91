// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.account.Household;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InviteApiTest {
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
    void an_invite_is_looked_at_accepted_and_lets_its_holder_in() {
        Answered created = invite("{\"name\":\"Ben\",\"role\":\"user\"}");
        String token = created.at("token").toString();
        TestClient phone = home.server.phone();

        Answered offer = phone.get(offer(token));
        Answered accepted = accept(phone, token, "ben");

        assertThat(created.at("url").toString()).endsWith("/invite#" + token).startsWith("http");
        assertThat(offer.at("server_name")).isEqualTo("Olga's home");
        assertThat(offer.at("name")).isEqualTo("Ben");
        assertThat(offer.at("role")).isEqualTo("user");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.at("status")).isEqualTo("signed_in");
        assertThat(accepted.at("user.display_name")).isEqualTo("Ben");
        assertThat(phone.get("/api/v1/auth/me").at("user.username")).isEqualTo("ben");
        assertThat(phone.get("/api/v1/spaces").items()).hasSize(1);
        assertThat(home.audited("INVITE_ACCEPT")).contains("ben");
        assertThat(home.server.browser().signIn("ben", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    @Tag("DC-02")
    @Tag("LF-09")
    void an_invite_brings_shared_spaces_along(@TempDir Path disk) throws Exception {
        String photos = space(disk, "Photos");
        String films = space(disk, "Films");
        Answered created = invite("{\"role\":\"user\",\"spaces\":[%s,%s]}"
                .formatted(grant(photos, "\"file:read\",\"file:upload\""), grant(films, "\"file:read\"")));
        TestClient phone = home.server.phone();

        assertThat(created.status()).isEqualTo(201);
        assertThat(phone.get(offer(token(created))).at("spaces")).isEqualTo("[Films, Photos]");
        assertThat(home.panel.get("/api/v1/invites").text()).contains("\"spaces\":[\"Films\",\"Photos\"]");
        home.panel.delete("/api/v1/spaces/" + films);
        assertThat(phone.get(offer(token(created))).at("spaces")).isEqualTo("[Photos]");

        accept(phone, token(created), "ben");

        assertThat(phone.get("/api/v1/spaces").items()).hasSize(2);
        assertThat(home.panel.get("/api/v1/spaces/" + photos).text())
                .contains("\"user\":\"ben\"", "file:read", "file:upload")
                .doesNotContain("file:organize");
        assertThat(home.audited("INVITE_ACCEPT"))
                .contains("with the space Photos", "without the space Films, which is no more");
        assertThat(home.number("SELECT count(*) FROM invite_spaces")).isZero();
    }

    @Test
    @Tag("LF-09")
    void nobody_gives_a_space_along_that_is_none_or_not_theirs_to_give(@TempDir Path disk) throws Exception {
        String photos = space(disk, "Photos");
        String look = grant(photos, "\"file:read\"");
        Answered role = home.panel.post(
                "/api/v1/roles", "{\"name\":\"Greeter\",\"permissions\":[\"user:manage\",\"file:read\"]}");
        home.panel.patch(home.path("alan"), "{\"role\":\"" + role.at("id") + "\"}");
        home.panel.post("/api/v1/roles", "{\"name\":\"Guest\",\"permissions\":[\"file:read\"]}");
        TestClient greeter = home.managing("alan");
        TestClient admin = home.managing("adam");
        String viewer = "{\"role\":\"viewer\",\"spaces\":[%s]}";

        assertThat(greeter.post("/api/v1/invites", "{\"role\":\"viewer\"}").status())
                .isEqualTo(201);
        assertThat(greeter.post("/api/v1/invites", viewer.formatted(look)).status())
                .isEqualTo(403);
        assertThat(admin.post("/api/v1/invites", viewer.formatted(look)).status())
                .isEqualTo(201);
        for (String bad : List.of(
                look + "," + look,
                grant("0192f0c1-2a3b-7c4d-8e5f-001122334455", "\"file:read\""),
                grant(personalOf("anna"), "\"file:read\""),
                grant(photos, ""),
                grant(photos, "\"file:upload\""),
                "{\"space\":\"" + photos + "\"}",
                "null")) {
            assertThat(admin.post("/api/v1/invites", viewer.formatted(bad)).status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(home.number("SELECT count(*) FROM invites")).isEqualTo(2);
    }

    @Test
    void a_role_that_may_something_else_now_takes_its_bearers_invites_along() {
        Answered role = home.panel.post(
                "/api/v1/roles", "{\"name\":\"Greeter\",\"permissions\":[\"user:manage\",\"file:read\"]}");
        home.panel.patch(home.path("alan"), "{\"role\":\"" + role.at("id") + "\"}");
        Answered made = home.managing("alan").post("/api/v1/invites", "{\"role\":\"viewer\"}");
        Answered other = home.managing("adam").post("/api/v1/invites", "{\"role\":\"viewer\"}");

        home.panel.patch("/api/v1/roles/" + role.at("id"), "{\"permissions\":[\"file:read\"]}");

        assertThat(home.server.phone().get(offer(token(made))).status()).isEqualTo(404);
        assertThat(home.server.phone().get(offer(token(other))).status()).isEqualTo(200);
        assertThat(home.audited("INVITE_REVOKE")).contains("made by accounts with this role");
    }

    @Test
    @Tag("DC-02")
    void an_account_that_waits_for_its_holder_is_offered_the_spaces_it_is_a_member_of(@TempDir Path disk)
            throws Exception {
        String photos = space(disk, "Photos");
        Answered made = home.panel.post("/api/v1/users", "{\"username\":\"ben\",\"role\":\"user\",\"invite\":true}");
        home.panel.patch(
                "/api/v1/spaces/" + photos, "{\"members\":[{\"user\":\"ben\",\"permissions\":[\"file:read\"]}]}");

        assertThat(home.server
                        .browser()
                        .get(offer(made.at("invite.token").toString()))
                        .at("spaces"))
                .isEqualTo("[Photos]");
    }

    private String space(Path disk, String name) throws Exception {
        Path folder = Files.createDirectory(disk.resolve(name));
        return home.panel
                .post("/api/v1/spaces", "{\"name\":\"%s\",\"folder\":\"%s\"}".formatted(name, folder))
                .at("id")
                .toString();
    }

    private static String grant(String space, String permissions) {
        return "{\"space\":\"%s\",\"permissions\":[%s]}".formatted(space, permissions);
    }

    private String personalOf(String username) {
        return String.valueOf(
                home.browser(username).get("/api/v1/spaces").items().getFirst().get("id"));
    }

    @Test
    @Tag("FT-06")
    void an_invite_is_no_way_around_a_second_factor_that_is_required() {
        home.server.set("require_totp", "\"everybody\"");
        TestClient phone = home.server.phone();

        Answered accepted = accept(phone, token(invite("{\"role\":\"user\"}")), "ben");

        assertThat(accepted.at("status")).isEqualTo("second_factor");
        assertThat(accepted.at("methods")).isEqualTo("[enrolment]");
        assertThat(phone.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    @Tag("DC-03")
    void an_invite_is_no_way_around_the_owner_s_yes_to_a_new_device() {
        home.server.set("approve_devices", "\"everybody\"");
        TestClient phone = home.server.phone();

        Answered accepted = accept(phone, token(invite("{\"role\":\"user\"}")), "ben");

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.at("status")).isEqualTo("awaiting_approval");
        assertThat(home.panel.get("/api/v1/approvals").items())
                .singleElement()
                .satisfies(asked -> assertThat(asked.get("number")).isEqualTo(accepted.at("number")));
        assertThat(phone.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    void unknown_spent_expired_and_revoked_invites_are_all_the_same() {
        String spent = token(invite("{\"role\":\"user\"}"));
        accept(home.server.browser(), spent, "ben");
        Answered revoked = invite("{\"role\":\"user\"}");
        home.panel.delete("/api/v1/invites/" + revoked.at("id"));
        String expired = token(invite("{\"role\":\"user\"}"));
        home.server.clock().advance(Duration.ofDays(7).plusSeconds(1));

        for (String token : List.of(spent, token(revoked), expired, "nothing-of-the-kind")) {
            Answered offer = home.server.browser().get(offer(token));
            Answered accepted = accept(home.server.browser(), token, "carl");

            assertThat(offer.status()).isEqualTo(404).isEqualTo(accepted.status());
            assertThat(offer.at("error")).isEqualTo("There is nothing here.");
            assertThat(accepted.at("error")).isEqualTo("There is nothing here.");
        }
        assertThat(home.users()).hasSize(6);
    }

    @Test
    void the_token_is_kept_nowhere_but_as_its_hash() {
        String token = token(invite("{\"role\":\"user\"}"));

        assertThat(token).hasSize(43);
        assertThat(home.panel.get("/api/v1/invites").text()).doesNotContain(token);
        assertThat(home.panel.get("/api/v1/audit").text()).doesNotContain(token);
        assertThat(home.number("SELECT length(token_hash) FROM invites")).isEqualTo(32);
    }

    @Test
    void of_many_who_accept_one_invite_at_the_same_moment_one_wins() throws Exception {
        String token = token(invite("{\"role\":\"user\"}"));
        int many = 8;
        var ready = new CyclicBarrier(many);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(many)) {
            var running = new ArrayList<Future<Answered>>();
            for (int i = 0; i < many; i++) {
                String name = "guest" + i;
                running.add(threads.submit(() -> {
                    ready.await();
                    return accept(home.server.browser(), token, name);
                }));
            }
            for (Future<Answered> each : running) {
                answers.add(each.get().status());
            }
        }

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).allMatch(status -> status == 200 || status == 404 || status == 503);
        assertThat(home.users()).hasSize(6);
    }

    @Test
    void a_taken_name_or_a_bad_password_leaves_the_invite_good() {
        String token = token(invite("{\"role\":\"user\"}"));
        TestClient browser = home.server.browser();

        assertThat(accept(browser, token, "ANNA").status()).isEqualTo(409);
        assertThat(browser.post(offer(token) + "/accept", "{\"username\":\"ben\",\"password\":\"short\"}")
                        .status())
                .isEqualTo(400);
        assertThat(browser.post(offer(token) + "/accept", "{\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(accept(browser, token, "ben").status()).isEqualTo(200);
    }

    @Test
    @Tag("DC-02")
    void an_account_made_with_an_invite_waits_for_its_holders_password() {
        Answered made = home.panel.post(
                "/api/v1/users", "{\"username\":\"ben\",\"role\":\"user\",\"display_name\":\"Ben\",\"invite\":true}");
        String token = made.at("invite.token").toString();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("state")).isEqualTo("invited");
        assertThat(home.server.browser().signIn("ben", "!").status()).isEqualTo(401);
        assertThat(home.server.browser().get(offer(token)).at("username")).isEqualTo("ben");
        assertThat(accept(home.server.browser(), token, "somebody").status()).isEqualTo(400);

        Answered accepted = home.server.browser().post(offer(token) + "/accept", "{\"password\":\"" + PASSWORD + "\"}");

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(home.panel.get(home.path("ben")).at("state")).isEqualTo("active");
        assertThat(home.panel.post(home.path("ben") + "/invite", "").status()).isEqualTo(409);
    }

    @Test
    void a_new_invite_for_an_account_makes_the_one_before_void() {
        Answered made = home.panel.post("/api/v1/users", "{\"username\":\"ben\",\"role\":\"user\",\"invite\":true}");
        String first = made.at("invite.token").toString();

        Answered second = home.panel.post(home.path("ben") + "/invite", "");

        assertThat(second.status()).isEqualTo(201);
        assertThat(home.server.browser().get(offer(first)).status()).isEqualTo(404);
        assertThat(home.server.browser().get(offer(token(second))).status()).isEqualTo(200);
    }

    @Test
    void an_invited_account_that_is_blocked_is_let_in_by_no_invite_until_it_is_unblocked() {
        Answered made = home.panel.post("/api/v1/users", "{\"username\":\"ben\",\"role\":\"user\",\"invite\":true}");
        String token = made.at("invite.token").toString();
        home.panel.patch(home.path("ben"), "{\"blocked\":true}");

        assertThat(home.server.browser().get(offer(token)).status()).isEqualTo(404);

        Answered unblocked = home.panel.patch(home.path("ben"), "{\"blocked\":false}");
        assertThat(unblocked.at("state")).isEqualTo("invited");
        assertThat(home.server.browser().get(offer(token)).status()).isEqualTo(200);
    }

    @Test
    void whoever_may_do_less_leaves_no_invites_behind() {
        String byAdam = token(home.managing("adam").post("/api/v1/invites", "{\"role\":\"user\"}"));
        String byAlan = token(home.managing("alan").post("/api/v1/invites", "{\"role\":\"user\"}"));

        home.panel.patch(home.path("adam"), "{\"blocked\":true}");
        home.panel.patch(home.path("alan"), "{\"role\":\"viewer\"}");

        assertThat(home.server.browser().get(offer(byAdam)).status()).isEqualTo(404);
        assertThat(home.server.browser().get(offer(byAlan)).status()).isEqualTo(404);
        assertThat(home.audited("INVITE_REVOKE")).contains("adam").contains("alan");
    }

    @Test
    void an_invite_lasts_a_month_at_most() {
        var soon = home.server.clock().instant().plus(Duration.ofDays(30)).minusSeconds(60);
        var late = home.server.clock().instant().plus(Duration.ofDays(31));
        var past = home.server.clock().instant().minusSeconds(1);

        assertThat(invite("{\"role\":\"user\",\"expires_at\":\"" + soon + "\"}").status())
                .isEqualTo(201);
        assertThat(invite("{\"role\":\"user\",\"expires_at\":\"" + late + "\"}").status())
                .isEqualTo(400);
        assertThat(invite("{\"role\":\"user\",\"expires_at\":\"" + past + "\"}").status())
                .isEqualTo(400);
        assertThat(invite("{\"role\":\"owner\"}").status()).isEqualTo(400);
        assertThat(invite("{\"role\":\"nonsense\"}").status()).isEqualTo(400);
    }

    @Test
    void open_invites_are_listed_page_by_page_and_revoked_once() {
        for (int i = 0; i < 3; i++) {
            invite("{\"name\":\"Guest " + i + "\",\"role\":\"viewer\"}");
        }
        Answered first = home.panel.get("/api/v1/invites?limit=2");
        Answered second = home.panel.get("/api/v1/invites?limit=2&after=" + first.at("next"));

        assertThat(first.items()).extracting(item -> item.get("name")).containsExactly("Guest 2", "Guest 1");
        assertThat(second.items()).extracting(item -> item.get("name")).containsExactly("Guest 0");
        assertThat(second.items()).extracting(item -> item.get("by")).containsExactly("olga");
        String path = "/api/v1/invites/" + second.items().getFirst().get("id");
        assertThat(home.panel.delete(path).status()).isEqualTo(204);
        assertThat(home.panel.delete(path).status()).isEqualTo(404);
    }

    @Test
    void an_invite_holds_over_a_restart() {
        String token = token(invite("{\"role\":\"user\"}"));

        home.server.restart();

        assertThat(accept(home.server.browser(), token, "ben").status()).isEqualTo(200);
    }

    @Test
    void a_cross_site_page_accepts_no_invite() {
        String token = token(invite("{\"role\":\"user\"}"));

        Answered refused = home.server
                .browser()
                .post(
                        offer(token) + "/accept",
                        "{\"username\":\"ben\",\"password\":\"" + PASSWORD + "\"}",
                        "Sec-Fetch-Site",
                        "cross-site");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(home.users()).hasSize(5);
    }

    private Answered invite(String json) {
        return home.panel.post("/api/v1/invites", json);
    }

    private static String token(Answered created) {
        return created.at("token").toString();
    }

    private static String offer(String token) {
        return "/api/v1/auth/invites/" + token;
    }

    private static Answered accept(TestClient browser, String token, String username) {
        return browser.post(
                offer(token) + "/accept", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, PASSWORD));
    }
}
