// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.server.ManualClock;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.RequestFixture;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-05")
class AuditRoutesTest {
    @TempDir
    Path folder;

    private AuditFixture audit;
    private List<Route> routes;

    @BeforeEach
    void open() {
        var clock = new ManualClock();
        audit = new AuditFixture(folder, clock);
        routes = new AuditRoutes(audit.database, audit.log, audit.query, audit.verifier, audit.export, clock).routes();
        audit.append(AuditFixture.login("anna"), AuditFixture.login("ben"), AuditFixture.login("anna"));
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    @Tag("LF-09")
    void only_those_who_may_read_the_log_while_managing_reach_it() {
        assertThat(routes)
                .hasSize(3)
                .allSatisfy(route -> assertThat(route.access()).isEqualTo(new Access.Manages(Permission.AUDIT_READ)));
    }

    @Test
    void a_page_holds_what_was_asked_for_and_leads_to_the_next() throws IOException {
        String first = json(Routes.AUDIT, owner().withQuery("actor", "anna").withQuery("limit", "1"));

        assertThat(first).startsWith("{\"items\":[{\"seq\":3,").contains("\"actor\":\"anna\"");
        String next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        String second = json(
                Routes.AUDIT,
                owner().withQuery("actor", "anna").withQuery("limit", "1").withQuery("after", next));
        assertThat(second).startsWith("{\"items\":[{\"seq\":1,").endsWith("\"next\":null}");
    }

    @Test
    void what_is_no_number_of_items_or_no_format_is_refused() {
        for (String limit : List.of("0", "-1", "1001", "ten", "")) {
            assertRefused("limit", Routes.AUDIT, owner().withQuery("limit", limit));
        }
        assertRefused("format", Routes.AUDIT_EXPORT, owner().withQuery("format", "xlsx"));
        assertThat(audit.log.head().seq()).isEqualTo(3);
    }

    @Test
    void the_check_tells_that_the_log_is_intact_or_which_row_is_not() throws Exception {
        assertThat(json(Routes.AUDIT_VERIFY, owner()))
                .isEqualTo("{\"intact\":true,\"rows\":3,\"head\":\""
                        + audit.log.head().hex() + "\",\"checkpoints\":0,\"broken_seq\":null,\"problem\":null}");

        try (var intruder = audit.intruder();
                var statement = intruder.createStatement()) {
            statement.executeUpdate("UPDATE audit SET actor = 'eve' WHERE seq = 2");
        }

        assertThat(json(Routes.AUDIT_VERIFY, owner()))
                .startsWith("{\"intact\":false,")
                .contains("\"broken_seq\":2,\"problem\":\"Row 2 was changed, moved or put in afterwards.\"");
    }

    @Test
    void an_export_is_a_row_of_its_own_and_its_last_one() throws IOException {
        var answer = (Answer.Written) answer(Routes.AUDIT_EXPORT, owner().withQuery("format", "text"));
        audit.append(AuditFixture.login("meanwhile"));

        var out = new ByteArrayOutputStream();
        answer.body().writeTo(out);

        assertThat(answer.type()).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.headers().get("Content-Disposition"))
                .matches("attachment; filename=\"homekeep-audit-\\d{4}-\\d\\d-\\d\\d\\.txt\"");
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast()).contains(" | AUDIT_EXPORT | anna | ").contains("as text");
    }

    private static RequestFixture owner() {
        return new RequestFixture(new Caller.AtTheMachine("anna"));
    }

    private void assertRefused(String field, String path, RequestFixture request) {
        assertThatThrownBy(() -> answer(path, request))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.fields()).containsOnlyKeys(field));
    }

    private String json(String path, RequestFixture request) throws IOException {
        return new String(((Answer.Whole) answer(path, request)).body(), StandardCharsets.UTF_8);
    }

    private Answer answer(String path, RequestFixture request) throws IOException {
        Route route = routes.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        return route.handler().handle(request);
    }
}
