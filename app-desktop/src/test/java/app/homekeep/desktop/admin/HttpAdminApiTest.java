// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpAdminApiTest {
    @TempDir
    private Path data;

    private FakeServer server;
    private AdminApi api;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer(data);
        api = Admin.over(new RunFolder(data), new ControlDoor()).server();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    @Tag("DC-03")
    void sessions_are_read_page_by_page() {
        server.reply("GET /api/v1/sessions?limit=200", 200, """
                {"items":[{"id":"s1","user":"anna","device":"Anna's Pixel","browser":"Chrome 141","address":"10.0.0.7",
                "created_at":"2026-11-21T10:00:00.000Z","last_seen_at":"2026-11-21T10:05:00.000Z","current":false}],
                "next":"c=1&x"}""");
        server.reply("GET /api/v1/sessions?limit=200&after=c%3D1%26x", 200, "{\"items\":[],\"next\":null}");

        var first = api.sessions(Optional.empty());
        var second = api.sessions(Optional.ofNullable(first.next()));

        assertThat(first.items()).singleElement().satisfies(session -> {
            assertThat(session.user()).isEqualTo("anna");
            assertThat(session.createdAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
        });
        assertThat(second.items()).isEmpty();
    }

    @Test
    @Tag("DC-03")
    void one_session_a_persons_and_everybodys_are_revoked() {
        server.reply("DELETE /api/v1/sessions/a%2Fb", 204, "");
        server.reply("DELETE /api/v1/sessions?user=J%C3%B6rg%20%26%20Co", 204, "");
        server.reply("DELETE /api/v1/sessions?all=true", 204, "");

        api.revokeSession("a/b");
        api.revokeSessionsOf("Jörg & Co");
        api.revokeAllSessions();

        assertThat(server.requests).hasSize(3);
    }

    @Test
    @Tag("DC-05")
    void the_audit_log_is_asked_for_what_the_filter_says() {
        server.reply(
                "GET /api/v1/audit?event=USER_LOGIN&actor=anna&address=10.0.0.7&outcome=REFUSED&text=a%20b"
                        + "&from=2026-11-21T00%3A00%3A00Z&to=2026-11-22T00%3A00%3A00Z&limit=200&after=7",
                200, """
                {"items":[{"seq":6,"at":"2026-11-21T10:00:00.000Z","event":"USER_LOGIN","actor":"anna",
                "address":"10.0.0.7","session":null,"target":null,"outcome":"REFUSED","detail":null,"hash":"00"}],
                "next":null}""");
        var filter = new AuditFilter(
                Optional.of("USER_LOGIN"),
                Optional.of("anna"),
                Optional.of("10.0.0.7"),
                Optional.of("REFUSED"),
                Optional.of("a b"),
                Optional.of(Instant.parse("2026-11-21T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-22T00:00:00Z")));

        assertThat(api.audit(filter, Optional.of("7")).items())
                .singleElement()
                .satisfies(row -> assertThat(row.seq()).isEqualTo(6));
    }

    @Test
    @Tag("DC-05")
    void the_chain_is_checked() {
        server.reply("GET /api/v1/audit/verify", 200, """
                {"intact":false,"rows":9,"head":"ab","checkpoints":1,"broken_seq":4,"problem":"Row 4 was changed."}""");

        var check = api.verifyAudit();

        assertThat(check.intact()).isFalse();
        assertThat(check.brokenSeq()).isEqualTo(4);
    }

    @Test
    @Tag("DC-05")
    void an_export_is_written_whole() throws IOException {
        server.reply("GET /api/v1/audit/export?format=csv", 200, "seq,at\n1,now\n");
        Path target = data.resolve("audit.csv");

        api.exportAudit("csv", AuditFilter.NONE, target);

        assertThat(target).hasContent("seq,at\n1,now\n");
    }

    @Test
    void a_refused_export_leaves_the_old_file_alone() throws IOException {
        server.reply(
                "GET /api/v1/audit/export?format=csv",
                403,
                "{\"error\":\"No.\",\"code\":\"forbidden\",\"request_id\":\"r\"}");
        Path target = Files.writeString(data.resolve("audit.csv"), "old");

        assertThat(problem(() -> api.exportAudit("csv", AuditFilter.NONE, target))
                        .code())
                .isEqualTo("forbidden");
        assertThat(target).hasContent("old");
    }

    @Test
    void stopping_tells_how_many_transfers_are_waited_for() {
        server.reply("POST /control/stop", 202, "{\"transfers\":2,\"drain_seconds\":10}");

        assertThat(api.stop().transfers()).isEqualTo(2);
    }

    @Test
    void a_refusal_keeps_its_sentence_and_code() {
        server.reply(
                "DELETE /api/v1/sessions/s1",
                404,
                "{\"error\":\"There is no such session.\",\"code\":\"not_found\",\"request_id\":\"r\"}");

        AdminProblem problem = problem(() -> api.revokeSession("s1"));

        assertThat(problem.code()).isEqualTo("not_found");
        assertThat(problem.sentence()).isEqualTo("There is no such session.");
    }

    @Test
    void an_answer_that_makes_no_sense_is_said_to_be_so() {
        server.reply("GET /api/v1/audit/verify", 200, "<html>");
        assertThat(problem(api::verifyAudit).code()).isEqualTo("bad_answer");

        server.reply("GET /api/v1/audit/verify", 502, "<html>");
        assertThat(problem(api::verifyAudit).sentence()).contains("502").doesNotContain("html");
    }

    @Test
    void no_answer_is_called_unreachable_and_tells_no_secret() throws IOException {
        int port = server.port();
        server.close();
        assertThat(problem(api::status).code()).isEqualTo("unreachable");

        server = new FakeServer(data);
        server.writeRunFile("http://127.0.0.1:" + port);

        AdminProblem problem = problem(api::status);
        assertThat(problem.code()).isEqualTo("unreachable");
        assertThat(problem.toString()).doesNotContain(FakeServer.TOKEN);
    }

    private static AdminProblem problem(ThrowingCallable call) {
        return catchThrowableOfType(AdminProblem.class, call);
    }
}
