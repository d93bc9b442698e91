// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.certificate.DoorCertificate.Kind;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.model.network.KnownNetwork.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the panel says to the server about the home network, certificate, pairing, lockdown and settings, word by word.
@Tag("DC-06")
class HomeContractTest {
    private static final String PAIRING = """
            {"id":"p1","url":"http://192.168.1.20:8081/trust#code","fingerprint":"3f9a",
             "created_at":"2026-11-21T10:00:00.000Z","expires_at":"2026-11-21T10:10:00.000Z","device":null,
             "address":null,"arrived_at":null,"downloaded_at":null,"by_address_at":null,"by_name_at":null,
             "trust":"unknown"}""";

    @TempDir
    private Path data;

    private FakeServer server;
    private Admin admin;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer(data);
        admin = Admin.over(new RunFolder(data), new ControlDoor());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void networks_are_listed_answered_and_forgotten() {
        server.reply("GET /control/networks", 200, """
                {"items":[{"id":"n1","gateway":"192.168.1.1","prefix":"192.168.1.0/24","standing":"unknown",
                "here":true,"first_seen_at":"2026-11-21T10:00:00.000Z",
                "last_seen_at":"2026-11-21T10:00:00.000Z"}],"next":null}""");
        server.reply("PATCH /control/networks/n1", 200, "{}");
        server.reply("DELETE /control/networks/n1", 204, "");
        server.reply("POST /control/restart-doors", 200, "{}");

        assertThat(admin.networks().networks())
                .singleElement()
                .satisfies(network -> assertThat(network.standing()).isEqualTo(Standing.UNKNOWN));
        admin.networks().answer("n1", true);
        admin.networks().forget("n1");
        admin.networks().restartDoors();

        assertThat(server.bodies).contains("{\"home\":true}");
        assertThat(server.requests).hasSize(4);
    }

    @Test
    @Tag("LF-12")
    void the_certificate_is_shown_changed_and_taken_back() {
        String shown = """
                {"kind":"home","subject":"CN=home","issuer":"CN=CA","names":["homekeep-a.local"],
                "starts_at":"2026-11-21T10:00:00.000Z","expires_at":"2027-11-21T10:00:00.000Z","days_left":365,
                "fingerprint":"3f9a"}""";
        server.reply("GET /control/certificate", 200, shown);
        server.reply("PUT /control/certificate", 200, shown);
        server.reply("DELETE /control/certificate", 200, shown);

        assertThat(admin.certificate().certificate().kind()).isEqualTo(Kind.HOME);
        admin.certificate().use(new OwnCertificate("chain", "key", null, null));
        admin.certificate().useHome();

        assertThat(server.bodies).contains("{\"chain\":\"chain\",\"key\":\"key\",\"pkcs12\":null,\"password\":null}");
    }

    @Test
    @Tag("LF-12")
    void the_file_of_the_home_ca_holds_its_certificate_and_no_key() throws IOException {
        Files.createDirectories(data.resolve("tls"));
        Files.writeString(data.resolve("tls").resolve("ca.pem"), """
                -----BEGIN CERTIFICATE-----
                cm9vdA==
                -----END CERTIFICATE-----
                -----BEGIN CERTIFICATE-----
                aW50
                -----END CERTIFICATE-----
                -----BEGIN SEALED KEY-----
                a2V5
                -----END SEALED KEY-----
                """);
        server.reply("GET /control/status", 200, """
                {"name":"Home","state":"running","version":"0.1.0","pid":1,
                "started_at":"2026-11-21T10:00:00.000Z","owner":"maria","data":"%s","files":"/f","addresses":[],
                "users":1,"sessions":0,"transfers":0,
                "traffic":{"requests":0,"received_bytes":0,"sent_bytes":0},
                "disk":{"free_bytes":1,"total_bytes":2},"certificate":null,
                "lan_door":{"open":true,"closed_because":null,"name":null}}""".formatted(data));
        Path target = data.resolve("homekeep-ca.crt");

        admin.certificate().saveAuthority(target);

        assertThat(target).hasContent("""
                -----BEGIN CERTIFICATE-----
                cm9vdA==
                -----END CERTIFICATE-----
                """);
    }

    @Test
    @Tag("LF-12")
    void a_device_is_paired() {
        server.reply("POST /api/v1/pairings", 201, PAIRING);
        server.reply("GET /api/v1/pairings/p1", 200, PAIRING);
        server.reply("DELETE /api/v1/pairings/p1", 204, "");

        assertThat(admin.pairings().begin().id()).isEqualTo("p1");
        assertThat(admin.pairings().pairing("p1").arrivedAt()).isNull();
        admin.pairings().end("p1");

        assertThat(server.requests).hasSize(3);
    }

    @Test
    void the_doctor_is_asked() {
        server.reply("GET /control/doctor", 200, """
                {"items":[{"part":"name","state":"not_looked_at","code":"name_off","values":[],
                "sentence":"Not announced."}],"next":null}""");

        assertThat(admin.doctor().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("name_off"));
    }

    @Test
    void the_house_is_locked_down_and_reopened() {
        String locked = """
                {"locked":true,"since":"2026-11-21T10:00:00.000Z","by":"maria","sessions":4,"api_keys":2,
                "lan_door":true}""";
        server.reply("POST /api/v1/lockdown", 200, locked);
        server.reply("GET /api/v1/lockdown", 200, locked);
        server.reply("DELETE /api/v1/lockdown", 200, "{}");

        assertThat(admin.lockdown().lock().sessions()).isEqualTo(4);
        assertThat(admin.lockdown().lockdown().locked()).isTrue();
        admin.lockdown().reopen();

        assertThat(server.requests).hasSize(3);
    }

    @Test
    void settings_are_read_and_changed_in_the_form_they_have() {
        server.reply("GET /api/v1/settings", 200, """
                {"items":[{"name":"hsts","type":"switch","value":true,"default":true,"explanation":"x"},
                {"name":"lan_port","type":"number","value":8443,"default":8443,"explanation":"x"},
                {"name":"cors_origins","type":"list","value":[],"default":[],"explanation":"x"},
                {"name":"server_name","type":"text","value":"Home","default":"","explanation":"x"}],"next":null}""");
        server.reply("PATCH /api/v1/settings", 200, "{\"items\":[],\"next\":null}");

        ServerSettings settings = admin.settings().settings();
        assertThat(settings.on("hsts")).isTrue();
        assertThat(settings.words("lan_port")).isEqualTo("8443");
        assertThat(settings.words("cors_origins")).isEmpty();
        assertThat(settings.knows("keep_awake")).isFalse();
        assertThat(settings.like("cors_origins", "https://a.example https://b.example"))
                .isEqualTo(List.of("https://a.example", "https://b.example"));
        admin.settings().change(Map.of("lan_port", settings.like("lan_port", "9443")));
        admin.settings().change(Map.of("lan_port", settings.like("lan_port", "many")));

        assertThat(server.bodies).contains("{\"lan_port\":9443}", "{\"lan_port\":\"many\"}");
    }

    @Test
    void what_is_wrong_with_which_part_is_kept() {
        server.reply("PUT /control/certificate", 400, """
                {"error":"Something in the request is not right.","code":"bad_request","request_id":"r",
                "fields":{"key":"The key does not fit."}}""");

        AdminProblem problem = catchThrowableOfType(
                AdminProblem.class, () -> admin.certificate().use(new OwnCertificate("chain", "key", null, null)));

        assertThat(problem.fields()).isEqualTo(Map.of("key", "The key does not fit."));
    }
}
