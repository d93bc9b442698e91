// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyAccountApiTest {
    private static final String PROFILE = "/api/v1/account/profile";
    private static final String ACTIVITY = "/api/v1/account/activity";

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
    void one_changes_ones_own_display_name_and_nothing_else() {
        TestClient anna = home.browser("anna");

        Answered changed = anna.put(PROFILE, "{\"display_name\":\"Anna B.\"}");
        Answered refused = anna.put(PROFILE, "{\"display_name\":\"Anna\",\"role\":\"admin\"}");

        assertThat(changed.at("display_name")).isEqualTo("Anna B.");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(anna.get(PROFILE).at("role")).isEqualTo("user");
        assertThat(anna.get("/api/v1/auth/me").at("user.display_name")).isEqualTo("Anna B.");
        assertThat(home.audited("USER_UPDATE")).contains("name anna → Anna B.");
    }

    @Test
    void nobody_has_a_profile_or_activity_without_signing_in() {
        assertThat(home.server.browser().get(PROFILE).status()).isEqualTo(401);
        assertThat(home.server.browser().get(ACTIVITY).status()).isEqualTo(401);
    }

    @Test
    @Tag("LF-09")
    void one_sees_ones_own_activity_newest_first_page_by_page_and_nobody_elses() {
        TestClient anna = home.browser("anna");
        anna.put(PROFILE, "{\"display_name\":\"Anna B.\"}");
        home.browser("vera");

        Answered first = anna.get(ACTIVITY + "?limit=1");
        Answered second = anna.get(ACTIVITY + "?limit=1&after=" + first.at("next"));

        assertThat(first.items()).extracting(item -> item.get("event")).containsExactly("USER_UPDATE");
        assertThat(second.items()).extracting(item -> item.get("event")).containsExactly("USER_LOGIN");
        assertThat(anna.get(ACTIVITY).items())
                .allSatisfy(item -> assertThat(item.get("actor")).isEqualTo("anna"));
        assertThat(home.browser("vera")
                        .get(ACTIVITY + "?limit=1&after=" + first.at("next"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Tag("LF-09")
    void whoever_gets_somebodys_old_name_does_not_get_their_history() {
        home.browser("anna");
        home.panel.patch(home.path("anna"), "{\"username\":\"anne\"}");
        home.server.clock().advance(Duration.ofSeconds(1));
        home.server.addUser("anna", "user");

        TestClient second = home.browser("anna");
        home.panel.delete(home.path("anna"));
        home.server.addUser("anna", "user");
        TestClient third = home.browser("anna");

        assertThat(second.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(third.get(ACTIVITY).items())
                .extracting(item -> item.get("event"))
                .containsExactly("USER_LOGIN");
    }

    @Test
    @Tag("LF-09")
    void whoever_takes_somebodys_old_name_later_does_not_get_their_history() {
        home.browser("anna");
        home.panel.patch(home.path("anna"), "{\"username\":\"anne\"}");
        home.server.clock().advance(Duration.ofSeconds(1));

        home.panel.patch(home.path("vera"), "{\"username\":\"anna\"}");
        TestClient vera = home.server.browser();
        vera.signIn("anna", TestServer.USER_PASSWORD);

        assertThat(vera.get(ACTIVITY).items())
                .extracting(item -> item.get("event"))
                .containsExactly("USER_LOGIN");
    }
}
