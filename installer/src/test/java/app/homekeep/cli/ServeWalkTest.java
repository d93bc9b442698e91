// SPDX-License-Identifier: Apache-2.0
package app.homekeep.cli;

import static app.homekeep.cli.HomekeepProcess.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.cli.HomekeepProcess.Result;
import app.homekeep.cli.HomekeepProcess.Served;
import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.User;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.model.control.RunFile;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.session.SessionInfo;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything without a screen, on the program put together: init, serve, status, sign in, session list and revoke,
/// audit, stop.
class ServeWalkTest {
    private static final String PASSWORD = "violet-teapot-ladder";

    @TempDir
    private Path data;

    @Test
    void serve_says_one_line_when_ready_and_the_run_file_says_the_same() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data)) {
            RunFile runFile = runFile();

            assertThat(served.ready())
                    .matches("ready local=http://localhost:\\d+ lan=https://homekeep-[a-z0-9]{6}\\.local:\\d+")
                    .isEqualTo("ready local=" + runFile.local() + " lan=" + runFile.lan());
            assertThat(runFile.pid()).isEqualTo(served.pid());
            assertThat(modeOf("run/server.json")).isEqualTo("rw-------");
            assertThat(modeOf("run")).isEqualTo("rwx------");
            stop();
            assertThat(served.ended()).isEqualTo(new Result(0, "", ""));
        }
        assertThat(data.resolve("run/server.json")).doesNotExist();
    }

    @Test
    void without_a_lan_door_the_line_leaves_it_out() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            assertThat(served.ready()).matches("ready local=http://localhost:\\d+");
            assertThat(runFile().lan()).isNull();
        }
    }

    @Test
    void status_tells_people_and_scripts_how_the_server_is() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data)) {
            ServerStatus status = Wire.type(ServerStatus.class)
                    .fromJson(command("status", "--json").out());

            assertThat(status.pid()).isEqualTo(served.pid());
            assertThat(status.owner()).isEqualTo("anna");
            assertThat(command("status").out()).contains("running").contains(served.local());
        }
    }

    @Test
    @Tag("DC-03")
    void a_session_is_listed_and_revoked_and_its_cookie_is_refused_at_once() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            HttpClient browser = signedIn(served);
            assertThat(me(browser, served).statusCode()).isEqualTo(200);

            List<SessionInfo> sessions = items(SessionInfo.class, "session", "list", "--json");
            assertThat(sessions)
                    .singleElement()
                    .satisfies(session -> assertThat(session.user()).isEqualTo("anna"));
            assertThat(command("session", "list").out()).contains("anna");
            command("session", "revoke", sessions.getFirst().id());

            HttpResponse<String> refused = me(browser, served);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("session_revoked");
            assertThat(items(SessionInfo.class, "session", "list", "--json")).isEmpty();
        }
    }

    @Test
    void all_sessions_of_an_account_or_of_everybody_end_with_one_command() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            signedIn(served);
            signedIn(served);
            command("session", "revoke", "--user", "anna");
            assertThat(items(SessionInfo.class, "session", "list", "--json")).isEmpty();

            signedIn(served);
            command("session", "revoke", "--all");
            assertThat(items(SessionInfo.class, "session", "list", "--json")).isEmpty();
        }
    }

    @Test
    void an_account_is_made_and_listed() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            assertThat(served.pid()).isPositive();
            run("another-long-password", Map.of(), "user", "add", "ben", "--data", data.toString(), "--password-stdin")
                    .done();

            assertThat(items(User.class, "user", "list", "--json"))
                    .extracting(User::username)
                    .containsExactlyInAnyOrder("anna", "ben");
        }
    }

    @Test
    void the_audit_log_is_listed_exported_and_proved() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            signedIn(served);

            assertThat(items(AuditEvent.class, "audit", "list", "--json", "--limit", "5"))
                    .anySatisfy(event -> assertThat(event.actor()).isEqualTo("anna"));
            assertThat(command("audit", "verify").out()).startsWith("Intact: ");
            Path exported = data.resolveSibling(data.getFileName() + ".csv");
            command("audit", "export", "--format", "csv", "--out", exported.toString());
            assertThat(Files.readString(exported)).contains("anna");
            assertThat(command("audit", "export", "--format", "text").out()).contains(" | anna | ");
            Files.delete(exported);
        }
    }

    @Test
    void the_home_ca_is_shown_and_exported_as_a_certificate_that_others_can_read() throws Exception {
        HomekeepProcess.init(data, PASSWORD);
        Path exported = data.resolve("root.pem");

        try (Served served = Served.on(data)) {
            ServerStatus status = Wire.type(ServerStatus.class)
                    .fromJson(command("status", "--json").out());
            command("trust", "export", "--out", exported.toString());

            assertThat(served.ready()).contains(" lan=https://");
            assertThat(status.certificate()).isNotNull();
            assertThat(command("trust", "show").out())
                    .contains("SHA-256 " + status.certificate().fingerprint())
                    // In groups too, as people compare it.
                    .contains(" "
                            + status.certificate().fingerprint().substring(56).toUpperCase(Locale.ROOT));
        }
        try (var pem = Files.newInputStream(exported)) {
            var root = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            assertThat(root.getBasicConstraints()).isNotNegative();
        }
    }

    @Test
    void a_setting_is_shown_and_changed_and_survives_a_restart() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            assertThat(served.pid()).isPositive();
            assertThat(command("settings", "get", "session_ttl_hours").out()).isEqualTo("24\n");
            command("settings", "set", "session_ttl_hours", "12");
            assertThat(run("settings", "set", "session_ttl_hours", "never", "--data", data.toString()))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(1))
                    .satisfies(refused -> assertThat(refused.err()).contains("whole number"));
            stop();
            served.ended();
        }
        try (Served again = Served.on(data, "--no-lan")) {
            assertThat(again.pid()).isPositive();
            assertThat(command("settings", "get", "session_ttl_hours").out()).isEqualTo("12\n");
            assertThat(command("settings", "get").out()).contains("server_name").contains("max_file_bytes");
        }
    }

    @Test
    void the_doctor_finds_a_running_home_well() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data)) {
            assertThat(command("doctor").out())
                    .contains("Process " + served.pid() + " answers.")
                    .contains("Good until ")
                    .doesNotContain("WRONG");
        }
    }

    @Test
    void a_revoke_of_nothing_is_refused_with_the_server_s_own_sentence() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            assertThat(served.pid()).isPositive();
            Result refused = run("session", "revoke", "nonsense", "--data", data.toString());

            assertThat(refused).isEqualTo(new Result(1, "", "homekeep: There is nothing here. [not_found]\n"));
        }
    }

    @Test
    @Tag("LN-02")
    void the_password_is_in_no_file_of_the_data_folder() throws Exception {
        HomekeepProcess.init(data, PASSWORD);

        try (Served served = Served.on(data, "--no-lan")) {
            signedIn(served);
            stop();
            served.ended();
        }

        assertThat(HomekeepProcess.allText(data)).doesNotContain(PASSWORD);
    }

    @Test
    @Tag("LN-08")
    void a_first_run_can_come_from_the_environment() throws Exception {
        Path password = Files.writeString(data.resolve("password"), PASSWORD + "\n");
        Path home = data.resolve("home");
        Map<String, String> environment =
                Map.of("HOMEKEEP_OWNER", "anna", "HOMEKEEP_OWNER_PASSWORD_FILE", password.toString());

        try (Served served = Served.on(home, environment, "--no-lan")) {
            assertThat(me(signedIn(served), served).body()).contains("anna");
        }
        try (Served again = Served.on(home, environment, "--no-lan")) {
            assertThat(me(signedIn(again), again).body()).contains("anna");
        }
    }

    private Result command(String... words) throws Exception {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return run(all.toArray(String[]::new)).done();
    }

    private <T> List<T> items(Class<T> type, String... words) throws Exception {
        Page<T> page = Wire.page(type).fromJson(command(words).out());
        assertThat(page.next()).isNull();
        return page.items();
    }

    private void stop() throws Exception {
        assertThat(command("stop").out()).isEqualTo("Stopped.\n");
    }

    private RunFile runFile() throws Exception {
        return Wire.type(RunFile.class).fromJson(Files.readString(data.resolve("run/server.json")));
    }

    private String modeOf(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(name)));
    }

    private static HttpClient signedIn(Served served) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(URI.create(served.local() + Routes.LOGIN))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\":\"anna\",\"password\":\"" + PASSWORD + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return browser;
    }

    private static HttpResponse<String> me(HttpClient browser, Served served) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(served.local() + Routes.ME)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
