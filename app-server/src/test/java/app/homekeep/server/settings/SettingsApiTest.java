// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.Routes;
import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsApiTest {
    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_setting_is_listed_with_what_it_means() {
        TestClient.Answered answer = server.control().get(Routes.SETTINGS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).endsWith("],\"next\":null}");
        assertThat(answer.items())
                .extracting(item -> item.get("name"))
                .contains("server_name", "session_ttl_hours", "max_file_bytes", "audit_mirror");
        assertThat(answer.items())
                .allSatisfy(
                        item -> assertThat(item).containsOnlyKeys("name", "type", "value", "default", "explanation"));
    }

    @Test
    @Tag("LF-03")
    void a_change_answers_with_all_settings_and_holds_over_a_restart() {
        TestClient.Answered answer = change("{\"session_ttl_hours\":12}");
        server.restart();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains("\"name\":\"session_ttl_hours\",\"type\":\"number\",\"value\":12,\"default\":24");
        assertThat(server.control().get(Routes.SETTINGS).text()).isEqualTo(answer.text());
    }

    @Test
    void what_does_not_fit_is_refused_and_changes_nothing() {
        String before = server.control().get(Routes.SETTINGS).text();
        for (String body : List.of(
                "{\"no_such_setting\":1}",
                "{\"remember_days\":3,\"session_ttl_hours\":\"12\"}",
                "{\"session_ttl_hours\":1e99}",
                "{\"session_ttl_hours\":12,\"session_ttl_hours\":13}",
                "{\"session_ttl_hours\":null}",
                "{\"session_ttl_hours\":{}}",
                "[1]",
                "{")) {
            assertThat(change(body).status()).as(body).isEqualTo(400);
        }
        assertThat(server.control().get(Routes.SETTINGS).text()).isEqualTo(before);
    }

    @Test
    @Tag("FO-12")
    void the_text_copy_of_the_audit_log_follows_its_setting() throws Exception {
        change("{\"audit_mirror\":\"elsewhere/trail.log\"}");
        server.restart();

        assertThat(Files.readString(server.data().resolve("elsewhere/trail.log")))
                .contains(" | OWNER_CREATE | ", " | SETTINGS_CHANGE | olga | ", " | SERVER_STOP | ");
        assertThat(Files.readString(server.data().resolve("audit/audit.log"))).contains(" | OWNER_CREATE | ");
    }

    private TestClient.Answered change(String json) {
        return server.control()
                .send("PATCH", Routes.SETTINGS, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }
}
