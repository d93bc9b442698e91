// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AccountApiTest {
    private static final String ME = "/api/v1/auth/me";

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
    @Tag("LN-10")
    void a_block_ends_every_session_at_once_and_keeps_its_holder_out() {
        TestClient anna = home.browser("anna");
        TestClient annasPhone = home.browser("anna");

        Answered blocked = home.panel.patch(home.path("anna"), "{\"blocked\":true}");

        assertThat(blocked.at("state")).isEqualTo("blocked");
        assertThat(anna.get(ME).at("code")).isEqualTo("session_revoked");
        assertThat(annasPhone.twin().post("/api/v1/auth/refresh", "").at("code"))
                .isEqualTo("session_revoked");
        assertThat(home.server
                        .browser()
                        .signIn("anna", TestServer.USER_PASSWORD)
                        .at("code"))
                .isEqualTo("user_blocked");
        assertThat(home.server.browser().signIn("anna", "not her password").at("code"))
                .isEqualTo("bad_credentials");
        assertThat(home.audited("USER_BLOCK")).contains("\"target\":\"anna\"");
    }

    @Test
    @Tag("LN-10")
    void unblocking_lets_in_again_but_brings_no_session_back() {
        TestClient anna = home.browser("anna");
        home.panel.patch(home.path("anna"), "{\"blocked\":true}");

        Answered unblocked = home.panel.patch(home.path("anna"), "{\"blocked\":false}");

        assertThat(unblocked.at("state")).isEqualTo("active");
        assertThat(anna.get(ME).status()).isEqualTo(401);
        assertThat(home.browser("anna").get(ME).status()).isEqualTo(200);
    }

    @Test
    @Tag("LN-10")
    @Timeout(60)
    void an_event_stream_of_a_blocked_account_is_told_why_and_ends() throws Exception {
        TestClient anna = home.browser("anna");
        try (var stream = new BufferedReader(
                new InputStreamReader(anna.open("/api/v1/events").body(), StandardCharsets.UTF_8))) {
            home.panel.patch(home.path("anna"), "{\"blocked\":true}");

            assertThat(stream.lines()).contains("event: session_revoked", "data: {\"reason\":\"blocked\"}");
        }
    }

    @Test
    @Tag("LN-10")
    void whoever_signs_in_while_they_are_blocked_is_out_all_the_same() throws Exception {
        for (int round = 0; round < 10; round++) {
            TestClient browser = home.server.browser();
            var ready = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                Future<Answered> in = threads.submit(() -> {
                    ready.await();
                    return browser.signIn("anna", TestServer.USER_PASSWORD);
                });
                String path = home.path("anna");
                Future<Answered> block = threads.submit(() -> {
                    ready.await();
                    return home.panel.patch(path, "{\"blocked\":true}");
                });
                in.get();
                assertThat(block.get().status()).isEqualTo(200);
            }
            assertThat(browser.get(ME).status()).isEqualTo(401);

            home.panel.patch(home.path("anna"), "{\"blocked\":false}");
            assertThat(browser.get(ME).status()).isEqualTo(401);
        }
    }

    @Test
    @Tag("FT-16")
    void a_deactivation_takes_everything_in_one_step_and_only_an_activation_brings_the_account_back() {
        TestClient anna = home.browser("anna");

        Answered deactivated = home.panel.post(home.path("anna") + "/deactivate", "");
        Answered again = home.panel.post(home.path("anna") + "/deactivate", "");

        assertThat(deactivated.status()).isEqualTo(200);
        assertThat(deactivated.at("state")).isEqualTo("deactivated");
        assertThat(again.at("state")).isEqualTo("deactivated");
        assertThat(anna.get(ME).at("code")).isEqualTo("session_revoked");
        assertThat(home.server
                        .browser()
                        .signIn("anna", TestServer.USER_PASSWORD)
                        .at("code"))
                .isEqualTo("user_blocked");
        assertThat(home.panel.get("/api/v1/audit?event=USER_DEACTIVATE").items())
                .hasSize(1);
        assertThat(home.panel.patch(home.path("anna"), "{\"blocked\":true}").at("state"))
                .isEqualTo("deactivated");

        assertThat(home.panel.patch(home.path("anna"), "{\"blocked\":false}").at("state"))
                .isEqualTo("active");
        assertThat(home.browser("anna").get(ME).status()).isEqualTo(200);
    }

    @Test
    @Tag("LN-07")
    void a_new_role_holds_with_the_very_next_request() {
        TestClient anna = home.managing("anna");
        assertThat(anna.get("/api/v1/users").status()).isEqualTo(403);

        home.panel.patch(home.path("anna"), "{\"role\":\"admin\"}");

        assertThat(anna.get("/api/v1/users").status()).isEqualTo(200);
        home.panel.patch(home.path("anna"), "{\"role\":\"viewer\"}");
        assertThat(anna.get("/api/v1/users").status()).isEqualTo(403);
        assertThat(anna.get(ME).at("user.role")).isEqualTo("viewer");
        assertThat(home.audited("ROLE_CHANGE")).contains("user → admin").contains("admin → viewer");
    }

    @Test
    @Tag("LN-07")
    @Timeout(60)
    void a_new_role_cuts_what_is_open_but_not_the_session() throws Exception {
        TestClient anna = home.browser("anna");
        try (var stream = new BufferedReader(
                new InputStreamReader(anna.open("/api/v1/events").body(), StandardCharsets.UTF_8))) {
            home.panel.patch(home.path("anna"), "{\"role\":\"viewer\"}");

            assertThat(stream.lines()).contains("event: permissions_changed");
        }
        assertThat(anna.get(ME).status()).isEqualTo(200);
    }

    @Test
    @Tag("DC-02")
    void names_and_what_is_required_are_changed_together_and_hold_over_a_restart() {
        Answered changed = home.panel.patch(
                home.path("anna"),
                "{\"username\":\"anne\",\"display_name\":\"Anne\",\"require_totp\":true,\"approve_devices\":true}");
        home.server.restart();

        assertThat(changed.status()).isEqualTo(200);
        Answered anne = home.server.control().get("/api/v1/users/" + changed.at("id"));
        assertThat(anne.at("username")).isEqualTo("anne");
        assertThat(anne.at("display_name")).isEqualTo("Anne");
        assertThat(anne.at("require_totp")).isEqualTo("true");
        assertThat(anne.at("approve_devices")).isEqualTo("true");
        assertThat(home.server.control().get("/api/v1/audit?event=USER_UPDATE").text())
                .contains("username anna → anne");
    }

    @Test
    void a_name_that_only_looks_different_is_taken() {
        for (String twin : new String[] {"ADAM", "Adam", "ａｄａｍ", "adam"}) {
            assertThat(home.panel
                            .patch(home.path("anna"), "{\"username\":\"" + twin + "\"}")
                            .status())
                    .as(twin)
                    .isEqualTo(409);
        }
        assertThat(home.panel
                        .patch(home.path("anna"), "{\"username\":\"ANNA\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_refused_change_changes_nothing_of_it() {
        Answered refused = home.managing("adam")
                .patch(home.path("anna"), "{\"display_name\":\"Anne\",\"role\":\"admin\",\"blocked\":true}");

        assertThat(refused.status()).isEqualTo(403);
        Answered anna = home.panel.get(home.path("anna"));
        assertThat(anna.at("display_name")).isEqualTo("anna");
        assertThat(anna.at("role")).isEqualTo("user");
        assertThat(anna.at("state")).isEqualTo("active");
    }

    @Test
    void the_owners_new_name_stands_in_the_log_and_in_the_status_at_once() {
        home.panel.patch(home.path("olga"), "{\"username\":\"olga.b\"}");

        home.panel.patch(home.path("anna"), "{\"blocked\":true}");

        assertThat(home.audited("USER_BLOCK")).contains("\"actor\":\"olga.b\"");
        assertThat(home.panel.get("/control/status").text()).contains("olga.b");
    }

    @Test
    void of_two_who_demote_each_other_the_owner_is_never_lost() throws Exception {
        var ready = new CyclicBarrier(4);
        var answers = new ArrayList<Integer>();
        String olga = home.path("olga");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<Answered>>();
            for (String body : new String[] {
                "{\"role\":\"user\"}", "{\"blocked\":true}", "{\"role\":\"admin\"}", "{\"role\":\"viewer\"}"
            }) {
                running.add(threads.submit(() -> {
                    ready.await();
                    return home.panel.patch(olga, body);
                }));
            }
            for (Future<Answered> each : running) {
                answers.add(each.get().status());
            }
        }

        assertThat(answers).containsOnly(403);
        assertThat(home.number("SELECT count(*) FROM accounts WHERE role = 'owner' AND state = 'active'"))
                .isEqualTo(1);
    }

    @Test
    void the_list_finds_when_each_was_last_seen_in_one_step() {
        String plan = home.text("EXPLAIN QUERY PLAN SELECT id" + AccountStore.LAST_SEEN
                + " FROM accounts WHERE folded_name > '' ORDER BY folded_name LIMIT 100");

        assertThat(plan)
                .contains("USING INDEX sqlite_autoindex_accounts")
                .contains("sessions_by_account (account_id=?)")
                .doesNotContain("SCAN s")
                .doesNotContain("TEMP B-TREE");
    }

    @Test
    void the_list_and_one_account_say_when_it_was_last_seen() {
        assertThat(home.panel.get(home.path("anna")).json().get("last_seen_at")).isNull();

        home.browser("anna");

        assertThat(home.panel.get(home.path("anna")).at("last_seen_at").toString())
                .isNotBlank();
    }
}
