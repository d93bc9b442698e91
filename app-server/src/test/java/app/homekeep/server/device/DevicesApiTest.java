// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("FT-07")
class DevicesApiTest {
    private static final String TRUST = "/api/v1/auth/devices/current/trust";

    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = TestServer.start(folder);
        server.addUser("anna", "user");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @Tag("LN-07")
    @CsvSource({
        "GET,    /api/v1/devices?user=anna",
        "DELETE, /api/v1/devices/x",
        "GET,    /api/v1/approvals",
        "POST,   /api/v1/approvals/x/allow",
        "POST,   /api/v1/approvals/x/deny"
    })
    void managing_takes_more_than_an_account(String method, String path) {
        TestClient anna = signedIn("anna", TestServer.USER_PASSWORD);
        TestClient olga = signedIn("olga", TestServer.OWNER_PASSWORD);

        assertThat(send(server.browser(), method, path)).isEqualTo(401);
        assertThat(send(anna, method, path)).isEqualTo(403);
        // In a browser the owner, too, shows first that it is them.
        assertThat(send(olga, method, path)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/auth/devices", "DELETE, /api/v1/auth/devices/x"})
    void ones_own_devices_take_a_session(String method, String path) {
        assertThat(send(server.browser(), method, path)).isEqualTo(401);
    }

    @Test
    void at_the_machine_devices_are_listed_by_user() {
        assertThat(server.control().get("/api/v1/devices?user=ANNA").status()).isEqualTo(200);
        assertThat(server.control().get("/api/v1/devices?user=nobody").status()).isEqualTo(404);
        assertThat(server.control().get("/api/v1/devices").status()).isEqualTo(400);
        assertThat(server.control().get("/api/v1/devices?user=anna&limit=x").status())
                .isEqualTo(400);
        assertThat(server.control().delete("/api/v1/devices/none").status()).isEqualTo(404);
    }

    @Test
    void a_question_that_never_was_can_not_be_answered() {
        assertThat(server.control().get("/api/v1/approvals").items()).isEmpty();
        assertThat(server.control().post("/api/v1/approvals/none/allow", "").status())
                .isEqualTo(404);
        assertThat(server.control().post("/api/v1/approvals/none/deny", "").status())
                .isEqualTo(404);
    }

    @Test
    void a_browser_says_of_its_own_device_that_it_trusts_the_server_and_since_when_stays() {
        TestClient anna = onThePhone("anna");
        assertThat(trustedSince()).isNull();

        assertThat(anna.put(TRUST, "{\"trusted\":true}").status()).isEqualTo(204);
        Object since = trustedSince();
        server.clock().advance(Duration.ofDays(1));
        onThePhone("anna").put(TRUST, "{\"trusted\":true}");
        anna.signIn("anna", TestServer.USER_PASSWORD);
        anna.put(TRUST, "{\"trusted\":true}");

        assertThat(since).isNotNull();
        assertThat(server.control().get("/api/v1/devices?user=anna").items())
                .extracting(device -> device.get("trusted_since"))
                .hasSize(2)
                .contains(since)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_browser_that_was_warned_again_trusts_no_more() {
        TestClient anna = onThePhone("anna");
        anna.put(TRUST, "{\"trusted\":true}");

        anna.put(TRUST, "{\"trusted\":false}");

        assertThat(trustedSince()).isNull();
    }

    @Test
    void only_a_signed_in_browser_over_https_says_whether_it_trusts() {
        TestClient local = signedIn("anna", TestServer.USER_PASSWORD).always("X-Requested-With", "test");

        assertThat(local.put(TRUST, "{\"trusted\":true}").status()).isEqualTo(409);
        assertThat(server.phone().put(TRUST, "{\"trusted\":true}").status()).isEqualTo(401);
        assertThat(onThePhone("anna").put(TRUST, "{\"trusted\":\"yes\"}").status())
                .isEqualTo(400);
        assertThat(trustedSince()).isNull();
    }

    @Test
    void another_ones_device_is_as_none() {
        TestClient anna = signedIn("anna", TestServer.USER_PASSWORD);

        assertThat(send(anna, "DELETE", "/api/v1/auth/devices/none")).isEqualTo(404);
    }

    private TestClient onThePhone(String name) {
        TestClient phone = server.phone().always("X-Requested-With", "test");
        phone.signIn(name, TestServer.USER_PASSWORD);
        return phone;
    }

    private @Nullable Object trustedSince() {
        return server.control()
                .get("/api/v1/devices?user=anna")
                .items()
                .getFirst()
                .get("trusted_since");
    }

    private TestClient signedIn(String name, String password) {
        TestClient browser = server.browser();
        browser.signIn(name, password);
        return browser;
    }

    private static int send(TestClient client, String method, String path) {
        var nothing = BodyPublishers.noBody();
        return client.send(method, path, nothing, "X-Requested-With", "test").status();
    }
}
