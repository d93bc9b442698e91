// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
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

/// The whole table of who may do what to whom.
class WhoMayDoWhatTest {
    private static final String USERS = "/api/v1/users";

    private Household home;

    @BeforeEach
    void start(@TempDir Path folder) {
        home = new Household(folder);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    /// Something that is done to an account.
    private interface Deed {
        Answered to(TestClient who, String path);
    }

    private static Map<String, Deed> deeds() {
        Map<String, Deed> deeds = new LinkedHashMap<>();
        deeds.put("see", TestClient::get);
        deeds.put("rename", (who, path) -> who.patch(path, "{\"display_name\":\"Somebody\"}"));
        deeds.put("require", (who, path) -> who.patch(path, "{\"require_totp\":true}"));
        deeds.put("give user", (who, path) -> who.patch(path, "{\"role\":\"user\"}"));
        deeds.put("give viewer", (who, path) -> who.patch(path, "{\"role\":\"viewer\"}"));
        deeds.put("give admin", (who, path) -> who.patch(path, "{\"role\":\"admin\"}"));
        deeds.put("give owner", (who, path) -> who.patch(path, "{\"role\":\"owner\"}"));
        deeds.put("block", (who, path) -> who.patch(path, "{\"blocked\":true}"));
        deeds.put("unblock", (who, path) -> who.patch(path, "{\"blocked\":false}"));
        deeds.put("deactivate", (who, path) -> who.post(path + "/deactivate", ""));
        deeds.put("delete", TestClient::delete);
        return deeds;
    }

    @Test
    @Tag("LN-07")
    @Tag("LF-09")
    void users_and_viewers_manage_nobody_and_the_owner_is_beyond_every_administrator() {
        for (String actor : List.of("anna", "vera")) {
            TestClient who = home.managing(actor);
            for (String target : List.of("olga", "adam", "anna", "vera")) {
                assertThat(outcomes(who, target))
                        .allSatisfy((deed, status) -> assertThat(status)
                                .as("%s: %s %s", actor, deed, target)
                                .isEqualTo(403));
            }
        }
        TestClient nobody = home.server.browser().always("X-Requested-With", "test");
        assertThat(outcomes(nobody, "anna"))
                .allSatisfy((deed, status) -> assertThat(status).as(deed).isEqualTo(401));
        assertThat(outcomes(home.managing("adam"), "olga")).isEqualTo(only("see", "give owner=400"));
    }

    @Test
    @Tag("LN-07")
    @Tag("FO-11")
    void administrators_do_nothing_to_administrators_or_themselves() {
        TestClient adam = home.managing("adam");

        assertThat(outcomes(adam, "alan")).isEqualTo(only("see", "give owner=400"));
        assertThat(outcomes(adam, "adam")).isEqualTo(only("see", "give owner=400"));
    }

    @Test
    @Tag("DC-02")
    void administrators_manage_everybody_else_but_make_no_administrators() {
        assertThat(outcomes(home.managing("adam"), "anna"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("see", 200),
                        Map.entry("rename", 200),
                        Map.entry("require", 200),
                        Map.entry("give user", 200),
                        Map.entry("give viewer", 200),
                        Map.entry("give admin", 403),
                        Map.entry("give owner", 400),
                        Map.entry("block", 200),
                        Map.entry("unblock", 200),
                        Map.entry("deactivate", 200),
                        Map.entry("delete", 204)));
    }

    @Test
    @Tag("DC-02")
    void the_owner_manages_administrators_in_a_browser_and_at_the_machine() {
        Map<String, Integer> everything = Map.ofEntries(
                Map.entry("see", 200),
                Map.entry("rename", 200),
                Map.entry("require", 200),
                Map.entry("give user", 200),
                Map.entry("give viewer", 200),
                Map.entry("give admin", 200),
                Map.entry("give owner", 400),
                Map.entry("block", 200),
                Map.entry("unblock", 200),
                Map.entry("deactivate", 200),
                Map.entry("delete", 204));

        assertThat(outcomes(home.managing("olga"), "adam")).isEqualTo(everything);
        assertThat(outcomes(home.panel, "alan")).isEqualTo(everything);
    }

    @Test
    @Tag("LN-08")
    void not_even_the_owner_ends_the_owner() {
        for (TestClient owner : List.of(home.managing("olga"), home.panel)) {
            Map<String, Integer> outcomes = outcomes(owner, "olga");

            assertThat(outcomes).containsEntry("see", 200).containsEntry("rename", 200);
            for (String deed : List.of("give user", "give viewer", "give admin", "block", "deactivate", "delete")) {
                assertThat(outcomes).as(deed).containsEntry(deed, 403);
            }
        }
        assertThat(home.number("SELECT count(*) FROM accounts WHERE role = 'owner' AND state = 'active'"))
                .isEqualTo(1);
    }

    @Test
    @Tag("FO-11")
    void only_the_owner_makes_administrators_by_account_or_by_invite() {
        TestClient adam = home.managing("adam");
        String admin = "{\"username\":\"ada\",\"role\":\"admin\",\"password\":\"a boat on the quiet lake\"}";

        assertThat(adam.post(USERS, admin).at("code")).isEqualTo("forbidden");
        assertThat(adam.post(USERS, "{\"username\":\"ada\",\"role\":\"admin\",\"invite\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(adam.post("/api/v1/invites", "{\"role\":\"admin\"}").status())
                .isEqualTo(403);
        assertThat(home.users()).hasSize(5);
        assertThat(home.managing("olga").post(USERS, admin).status()).isEqualTo(201);
    }

    @Test
    @Tag("FO-11")
    void nobody_gives_a_role_that_may_do_more_than_they_may() {
        String roles = "/api/v1/roles/";
        home.panel.patch(roles + "admin", "{\"permissions\":[\"user:manage\",\"file:read\"]}");
        TestClient adam = home.managing("adam");

        assertThat(adam.patch(home.path("vera"), "{\"role\":\"user\"}").status())
                .isEqualTo(403);
        assertThat(adam.patch(home.path("anna"), "{\"role\":\"viewer\"}").status())
                .isEqualTo(200);
    }

    @Test
    @Tag("LN-07")
    void managing_takes_a_fresh_second_factor() {
        TestClient adam = home.browser("adam");

        Answered refused = adam.patch(home.path("anna"), "{\"blocked\":true}");

        assertThat(refused.at("code")).isEqualTo("step_up_required");
        assertThat(home.panel.get(home.path("anna")).at("state")).isEqualTo("active");
    }

    @Test
    void an_account_that_does_not_exist_is_not_found_whoever_asks() {
        var answers = new ArrayList<String>();
        for (TestClient who : List.of(home.panel, home.managing("adam"))) {
            deeds().forEach((name, deed) -> {
                if (!name.equals("give owner")) {
                    Answered answer = deed.to(who, USERS + "/no-such-account");
                    assertThat(answer.status()).as(name).isEqualTo(404);
                    answers.add(answer.at("error").toString());
                }
            });
        }
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    private Map<String, Integer> outcomes(TestClient who, String target) {
        String path = home.path(target);
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        deeds().forEach((name, deed) -> outcomes.put(name, deed.to(who, path).status()));
        return outcomes;
    }

    /// Everything 403 but what is named: `see` is 200.
    private static Map<String, Integer> only(String... named) {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        deeds().keySet().forEach(deed -> outcomes.put(deed, 403));
        for (String each : named) {
            String[] parts = each.split("=");
            outcomes.put(parts[0], parts.length == 1 ? 200 : Integer.parseInt(parts[1]));
        }
        return outcomes;
    }
}
