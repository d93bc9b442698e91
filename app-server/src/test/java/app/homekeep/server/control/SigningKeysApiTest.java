// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("LF-02")
class SigningKeysApiTest {
    private static final String KEYS = "/control/keys";
    private static final String ROTATE = "/control/keys/rotate";

    private TestServer server;
    private TestClient browser;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        browser = server.browser();
        browser.signIn("olga", TestServer.OWNER_PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void after_a_rotation_old_tokens_are_good_on_and_new_ones_have_the_new_key() {
        TestClient old = browser.twin();

        Answered rotated = server.control().post(ROTATE, "{\"at_once\":false}");
        browser.post("/api/v1/auth/refresh", "");

        assertThat(rotated.status()).isEqualTo(200);
        assertThat(old.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(states()).containsExactly("active", "retiring");
    }

    @Test
    void a_retiring_key_ends_with_its_overlap() {
        server.control().post(ROTATE, "{\"at_once\":false}");

        server.clock().advance(Duration.ofHours(2));

        assertThat(states()).containsExactly("active");
    }

    @Test
    void a_rotation_at_once_ends_every_token_and_browsers_renew_by_themselves() {
        server.control().post(ROTATE, "{\"at_once\":true}");

        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(browser.post("/api/v1/auth/refresh", "").status()).isEqualTo(204);
        assertThat(browser.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(states()).containsExactly("active");
    }

    @Test
    void a_rotation_at_once_also_ends_keys_that_are_retiring() {
        TestClient old = browser.twin();
        server.control().post(ROTATE, "{\"at_once\":false}");
        server.control().post(ROTATE, "{\"at_once\":true}");

        assertThat(old.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    void keys_stay_over_a_restart() {
        server.control().post(ROTATE, "{\"at_once\":false}");
        List<String> before = ids();

        server.restart();

        assertThat(ids()).isEqualTo(before);
        assertThat(server.moved(browser).get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void a_rotation_is_audited() {
        Answered rotated = server.control().post(ROTATE, "{\"at_once\":true}");

        Map<String, Object> event =
                server.control().get("/api/v1/audit?limit=1").items().getFirst();

        assertThat(event)
                .containsEntry("event", "KEY_ROTATE")
                .containsEntry("actor", "olga")
                .containsEntry("target", rotated.at("id"));
    }

    @Test
    void from_a_browser_there_are_no_keys() {
        browser.always("X-Requested-With", "test");

        assertThat(browser.get(KEYS).status()).isEqualTo(404);
        assertThat(browser.post(ROTATE, "{\"at_once\":true}").status()).isEqualTo(404);
    }

    private List<String> ids() {
        return server.control().get(KEYS).items().stream()
                .map(key -> String.valueOf(key.get("id")))
                .toList();
    }

    private List<String> states() {
        return server.control().get(KEYS).items().stream()
                .map(key -> String.valueOf(key.get("state")))
                .toList();
    }
}
