// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.lockdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import app.homekeep.server.account.Household;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Locking down a real server.
class LockdownApiTest {
    private static final String LOCKDOWN = "/api/v1/lockdown";

    private Household household;
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        household = new Household(folder);
        server = household.server;
    }

    @AfterEach
    void stop() {
        household.close();
    }

    @Test
    void as_usual_nothing_is_locked() {
        TestClient.Answered state = server.control().get(LOCKDOWN);

        assertThat(state.status()).isEqualTo(200);
        assertThat(state.at("locked")).isEqualTo("false");
    }

    @Test
    @Tag("FO-01")
    void a_lockdown_ends_every_session_and_every_key() {
        TestClient anna = household.browser("anna");
        TestClient olga = household.browser("olga");
        String key = key();

        TestClient.Answered done = server.control().post(LOCKDOWN, "");

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.at("locked")).isEqualTo("true");
        assertThat(done.at("by")).isEqualTo("olga");
        assertThat(done.at("sessions")).isEqualTo("2");
        assertThat(done.at("api_keys")).isEqualTo("1");
        assertThat(me(anna).status()).isEqualTo(401);
        assertThat(me(olga).status()).isEqualTo(401);
        assertThat(server.browser()
                        .get("/api/v1/auth/me", "Authorization", "Bearer " + key)
                        .status())
                .isEqualTo(401);
        assertThat(anna.post("/api/v1/auth/refresh", "").at("code")).isEqualTo("session_revoked");
    }

    @Test
    @Tag("FO-01")
    void a_lockdown_replaces_the_signing_key_at_once() {
        String before = signingKey();

        server.control().post(LOCKDOWN, "");

        assertThat(signingKey()).isNotEqualTo(before);
        assertThat(server.control().get("/control/keys").items()).hasSize(1);
    }

    @Test
    void an_open_event_stream_hears_why_and_ends() throws Exception {
        TestClient anna = household.browser("anna");
        try (var events = new BufferedReader(
                new InputStreamReader(anna.open("/api/v1/events").body(), StandardCharsets.UTF_8))) {
            server.control().post(LOCKDOWN, "");

            assertThat(events.lines()).contains("event: session_revoked");
        }
    }

    @Test
    void a_sign_in_that_waits_for_its_next_step_is_over() {
        server.set("approve_devices", "\"everybody\"");
        TestClient anna = server.browser();
        String ticket =
                String.valueOf(anna.signIn("anna", TestServer.USER_PASSWORD).at("ticket"));

        server.control().post(LOCKDOWN, "");

        assertThat(anna.post("/api/v1/auth/login/approval", "{\"ticket\":\"" + ticket + "\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_a_crash_has_cut_short_is_done_before_the_doors_open_again() {
        TestClient anna = household.browser("anna");
        String before = signingKey();
        household.execute("INSERT INTO lockdown VALUES (1, 1, 'olga', 0, 0, 1, 0)");

        server.restart();

        assertThat(me(server.moved(anna)).status()).isEqualTo(401);
        assertThat(server.control().get(LOCKDOWN).at("sessions")).isEqualTo("1");
        assertThat(signingKey()).isNotEqualTo(before);
    }

    @Test
    void an_administrator_locks_down_from_afar_and_is_out_too() {
        TestClient adam = household.managing("adam");

        adam.post(LOCKDOWN, "");

        assertThat(me(adam).status()).isEqualTo(401);
        assertThat(server.control().get(LOCKDOWN).at("by")).isEqualTo("adam");
    }

    @Test
    void the_owner_signs_in_at_this_computer_while_it_is_locked() {
        server.control().post(LOCKDOWN, "");

        assertThat(server.browser().signIn("olga", TestServer.OWNER_PASSWORD).status())
                .isEqualTo(200);
    }

    @Test
    void locking_down_again_sends_out_who_came_since() {
        server.control().post(LOCKDOWN, "");
        TestClient anna = household.browser("anna");

        TestClient.Answered again = server.control().post(LOCKDOWN, "");

        assertThat(again.at("sessions")).isEqualTo("1");
        assertThat(me(anna).status()).isEqualTo(401);
    }

    @Test
    void it_stays_locked_over_a_restart_until_the_owner_ends_it() {
        server.control().post(LOCKDOWN, "");
        server.restart();
        assertThat(server.control().get(LOCKDOWN).at("locked")).isEqualTo("true");

        assertThat(server.control().delete(LOCKDOWN).status()).isEqualTo(200);

        assertThat(server.control().get(LOCKDOWN).at("locked")).isEqualTo("false");
        assertThat(server.control().delete(LOCKDOWN).at("code")).isEqualTo("conflict");
    }

    @Test
    void each_part_stands_in_the_audit_log() {
        household.browser("anna");
        key();

        server.control().post(LOCKDOWN, "");
        server.control().delete(LOCKDOWN);

        assertThat(server.control().get("/api/v1/audit").items())
                .extracting(row -> row.get("event"))
                .filteredOn(event -> !"NETWORK_CHANGE".equals(event))
                .startsWith("LOCKDOWN_END", "KEY_ROTATE", "API_KEY_REVOKE", "SESSION_REVOKED", "LOCKDOWN");
    }

    @Test
    void the_home_network_is_kept_out_until_it_ends() {
        TestClient phone = server.phone();
        assertThat(phone.get("/api/v1/system/health").status()).isEqualTo(200);

        server.control().post(LOCKDOWN, "");

        assertThatThrownBy(() -> phone.get("/api/v1/system/health")).isInstanceOf(UncheckedIOException.class);
        assertThat(server.control().get("/control/status").at("lan_door.closed_because"))
                .isEqualTo("lockdown");
        assertThat(server.runFile().lan()).isNull();

        server.control().delete(LOCKDOWN);

        assertThat(server.phone().get("/api/v1/system/health").status()).isEqualTo(200);
    }

    @Test
    void the_home_network_is_kept_out_after_a_restart_too() {
        server.control().post(LOCKDOWN, "");

        server.restart();

        assertThat(server.control().get("/control/status").at("lan_door.open")).isEqualTo("false");
    }

    @Test
    void nobody_comes_in_by_a_proxy_either() {
        server.set("trusted_proxies", "[\"127.0.0.1\"]");
        TestClient proxied = server.browser().always("X-Forwarded-For", "203.0.113.9");
        assertThat(proxied.get("/api/v1/system/health").status()).isEqualTo(200);

        server.control().post(LOCKDOWN, "");

        assertThat(proxied.get("/api/v1/system/health").at("code")).isEqualTo("locked");
        assertThat(server.browser().get("/api/v1/system/health").status()).isEqualTo(200);
    }

    @Test
    void who_manages_nothing_locks_nothing() {
        TestClient anna = household.browser("anna");

        assertThat(anna.post(LOCKDOWN, "").status()).isEqualTo(403);
        assertThat(me(anna).status()).isEqualTo(200);
        assertThat(server.browser()
                        .post(LOCKDOWN, "", "X-Requested-With", "test")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void only_the_machine_ends_it() {
        server.control().post(LOCKDOWN, "");
        TestClient olga = household.browser("olga");

        assertThat(olga.delete(LOCKDOWN).status()).isEqualTo(404);
        assertThat(server.control().get(LOCKDOWN).at("locked")).isEqualTo("true");
    }

    private static TestClient.Answered me(TestClient browser) {
        return browser.get("/api/v1/auth/me");
    }

    private String key() {
        return String.valueOf(server.control()
                .post("/api/v1/api-keys", "{\"name\":\"nas\",\"permissions\":[\"file:read\"]}")
                .at("key"));
    }

    private String signingKey() {
        return String.valueOf(
                server.control().get("/control/keys").items().getFirst().get("id"));
    }
}
