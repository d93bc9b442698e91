// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import app.homekeep.server.secondfactor.Authenticator;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that ends a session, and everything that a session is carried by: all of it is over at once.
@Tag("DC-03")
@Tag("FT-05")
class RevocationMatrixTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    /// What ends Anna's session on her phone. She has another browser, on which she is signed in too.
    @FunctionalInterface
    interface Cause {
        void happens(Home home, TestClient other);
    }

    private static Arguments cause(String name, Cause cause) {
        return Arguments.of(name, cause);
    }

    static Stream<Arguments> causes() {
        return Stream.of(
                cause("signed out", (home, other) -> home.phone.post("/api/v1/auth/logout", "")),
                cause("by the owner", (home, other) -> home.control().delete("/api/v1/sessions?user=anna")),
                cause("from another device", (home, other) -> other.delete("/api/v1/auth/sessions")),
                cause("device forgotten", (home, other) -> home.forgetDevices()),
                cause(
                        "password changed",
                        (home, other) -> other.post(
                                "/api/v1/auth/password",
                                "{\"current\":\"%s\",\"new\":\"another boat on the lake\"}"
                                        .formatted(TestServer.USER_PASSWORD))),
                cause(
                        "second factor set up",
                        (home, other) -> Authenticator.setUp(home.server, other, TestServer.USER_PASSWORD)),
                cause("second factor reset", (home, other) -> home.control().post(home.anna() + "/totp-reset", "")),
                cause("blocked", (home, other) -> home.patch(home.anna(), "{\"blocked\":true}")),
                cause("deactivated", (home, other) -> home.control().post(home.anna() + "/deactivate", "")),
                cause("deleted", (home, other) -> home.control().delete(home.anna())));
    }

    /// @param phone the browser whose session ends
    record Home(TestServer server, TestClient phone) {
        TestClient control() {
            return server.control();
        }

        String anna() {
            return "/api/v1/users/"
                    + control()
                            .get("/api/v1/users?name=anna")
                            .items()
                            .getFirst()
                            .get("id");
        }

        void forgetDevices() {
            for (Map<String, Object> device :
                    control().get("/api/v1/devices?user=anna").items()) {
                control().delete("/api/v1/devices/" + device.get("id"));
            }
        }

        void patch(String path, String json) {
            control().send("PATCH", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void what_ends_a_session_ends_every_carrier_of_it_at_once(String name, Cause cause) throws Exception {
        try (TestServer server = TestServer.start(folder)) {
            server.addUser("anna", "user");
            TestClient phone = signedIn(server);
            TestClient other = signedIn(server);
            String token = String.valueOf(phone.cookies().get("homekeep"));
            TestClient copy = phone.twin();
            TestClient bearer = server.browser().always("Authorization", "Bearer " + token);
            assertThat(bearer.get("/api/v1/auth/me").status()).isEqualTo(200);

            try (InputStream events = phone.open("/api/v1/events").body()) {
                cause.happens(new Home(server, phone), other);

                assertThat(copy.get("/api/v1/auth/me").status())
                        .as("its cookie")
                        .isEqualTo(401);
                assertThat(bearer.get("/api/v1/auth/me").status())
                        .as("as a bearer")
                        .isEqualTo(401);
                assertThat(copy.post("/api/v1/auth/refresh", "").status())
                        .as("its refresh token")
                        .isEqualTo(401);
                assertThat(endsSoon(events)).as("its event stream").isTrue();
            }
            server.restart();
            assertThat(server.moved(copy).get("/api/v1/auth/me").status())
                    .as("after a restart")
                    .isEqualTo(401);
        }
    }

    private static TestClient signedIn(TestServer server) {
        TestClient browser = server.browser().always("X-Requested-With", "test");
        assertThat(browser.signIn("anna", TestServer.USER_PASSWORD).status()).isEqualTo(200);
        return browser;
    }

    private static boolean endsSoon(InputStream events) throws InterruptedException {
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                events.readAllBytes();
            } catch (IOException cut) {
                // The connection may be broken as well as ended.
            }
        });
        return reader.join(SOON);
    }
}
