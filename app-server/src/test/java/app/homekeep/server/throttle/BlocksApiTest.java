// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DC-03")
class BlocksApiTest {
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_address_is_shut_out_for_hours_and_listed_until_then() {
        Answered made = shutOut("{\"address\":\"192.168.77.7\",\"hours\":2}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("kind")).isEqualTo("address");
        assertThat(list().items()).singleElement().satisfies(block -> {
            assertThat(block).containsEntry("address", "192.168.77.7").containsEntry("user", null);
            assertThat(block.get("until")).isNotNull();
        });
        server.clock().advance(Duration.ofHours(2).plusSeconds(1));
        assertThat(list().items()).isEmpty();
    }

    @Test
    void shut_out_for_good_outlives_a_restart_until_it_is_lifted() {
        shutOut("{\"address\":\"FD00:0::7\"}");

        server.restart();

        var block = list().items().getFirst();
        assertThat(block).containsEntry("address", "fd00::7").containsEntry("until", null);
        assertThat(server.control().delete("/api/v1/blocks/" + block.get("id")).status())
                .isEqualTo(204);
        assertThat(list().items()).isEmpty();
        assertThat(server.control().delete("/api/v1/blocks/" + block.get("id")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::", "224.0.0.1"})
    void this_machine_can_not_be_shut_out(String address) {
        Answered answer = shutOut("{\"address\":\"" + address + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.valueOf(answer.json().get("fields"))).contains("address");
        assertThat(list().items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"address\":\"localhost\"}",
                "{\"address\":\"example.org\"}",
                "{\"address\":\"192.168.1.0/24\"}",
                "{\"address\":\"\"}",
                "{\"address\":\"192.168.1.7\",\"hours\":0}",
                "{\"address\":\"192.168.1.7\",\"hours\":9000}",
                "{\"address\":\"192.168.1.7\",\"hours\":\"2\"}",
                "{}"
            })
    void what_is_no_address_or_no_time_is_refused(String body) {
        assertThat(shutOut(body).status()).isEqualTo(400);
        assertThat(list().items()).isEmpty();
    }

    @Test
    void shutting_out_twice_keeps_one_with_the_new_time() {
        shutOut("{\"address\":\"192.168.77.7\"}");
        shutOut("{\"address\":\"192.168.77.7\",\"hours\":1}");

        assertThat(list().items())
                .singleElement()
                .satisfies(block -> assertThat(block.get("until")).isNotNull());
    }

    @Test
    void it_is_audited() {
        shutOut("{\"address\":\"192.168.77.7\"}");
        server.control().delete("/api/v1/blocks/" + list().items().getFirst().get("id"));

        assertThat(server.control().get("/api/v1/audit?limit=5").items())
                .extracting(row -> row.get("event") + " " + row.get("target"))
                .contains("ADDRESS_BLOCK 192.168.77.7", "ADDRESS_UNBLOCK 192.168.77.7");
    }

    @Test
    void the_list_comes_in_pages() {
        for (int i = 1; i <= 3; i++) {
            shutOut("{\"address\":\"192.168.77." + i + "\"}");
        }

        Answered first = server.control().get("/api/v1/blocks?limit=2");
        Answered second = server.control().get("/api/v1/blocks?limit=2&after=" + first.at("next"));

        assertThat(first.items())
                .extracting(block -> block.get("address"))
                .containsExactly("192.168.77.3", "192.168.77.2");
        assertThat(second.items()).extracting(block -> block.get("address")).containsExactly("192.168.77.1");
        assertThat(second.json().get("next")).isNull();
    }

    @Test
    @Tag("LN-07")
    void only_those_who_manage_see_or_change_it() {
        server.addUser("anna", "user");
        TestClient anna = server.browser();
        anna.signIn("anna", TestServer.USER_PASSWORD);

        assertThat(server.browser().get("/api/v1/blocks").status()).isEqualTo(401);
        assertThat(anna.get("/api/v1/blocks").status()).isEqualTo(403);
        assertThat(anna.post("/api/v1/blocks", "{\"address\":\"192.168.1.7\"}", "X-Requested-With", "test")
                        .status())
                .isEqualTo(403);
        assertThat(anna.delete("/api/v1/blocks/x", "X-Requested-With", "test").status())
                .isEqualTo(403);
    }

    private Answered shutOut(String body) {
        return server.control().post("/api/v1/blocks", body);
    }

    private Answered list() {
        return server.control().get("/api/v1/blocks");
    }
}
