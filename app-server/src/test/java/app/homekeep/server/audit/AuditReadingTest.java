// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.Page;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.server.ManualClock;
import app.homekeep.server.problem.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-05")
class AuditReadingTest {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private AuditFixture audit;
    private Instant noon;

    @BeforeEach
    void fill() {
        audit = new AuditFixture(folder, clock);
        audit.append(
                AuditEntry.by(AuditKind.USER_LOGIN, "anna", "192.168.1.7", Optional.of("s1")),
                AuditEntry.by(AuditKind.LOGIN_FAILED, "ben", "192.168.1.9", Optional.empty())
                        .refused(),
                AuditEntry.by(AuditKind.FILE_UPLOAD, "anna", "192.168.1.7", Optional.of("s1"))
                        .target("/photos/100%_sun.jpg"));
        clock.advance(Duration.ofHours(1));
        noon = clock.instant();
        clock.advance(Duration.ofHours(1));
        audit.append(
                AuditEntry.by(AuditKind.FILE_UPLOAD, "cleo", "fd00::7", Optional.of("s2"))
                        .target("/photos/1000 suns.jpg")
                        .detail("very Sunny")
                        .failed(),
                AuditEntry.system(AuditKind.SERVER_STOP));
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void each_filter_lets_through_what_it_says() {
        assertThat(found(Map.of())).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(found(Map.of("event", "FILE_UPLOAD"))).containsExactly(4L, 3L);
        assertThat(found(Map.of("actor", "anna"))).containsExactly(3L, 1L);
        assertThat(found(Map.of("address", "fd00::7"))).containsExactly(4L);
        assertThat(found(Map.of("session", "s1"))).containsExactly(3L, 1L);
        assertThat(found(Map.of("outcome", "REFUSED"))).containsExactly(2L);
        assertThat(found(Map.of("outcome", "SUCCESS"))).containsExactly(5L, 3L, 1L);
        assertThat(found(Map.of("text", "sun"))).containsExactly(4L, 3L);
        assertThat(found(Map.of("text", "100%_s"))).containsExactly(3L);
        assertThat(found(Map.of("from", noon.toString()))).containsExactly(5L, 4L);
        assertThat(found(Map.of("to", noon.toString()))).containsExactly(3L, 2L, 1L);
        assertThat(found(Map.of("from", "2100-01-01T00:00:00Z"))).isEmpty();
        assertThat(found(Map.of("to", "1999-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void filters_add_up() {
        assertThat(found(Map.of("event", "FILE_UPLOAD", "actor", "anna", "to", noon.toString(), "text", "photos")))
                .containsExactly(3L);
        assertThat(found(Map.of("event", "FILE_UPLOAD", "actor", "ben"))).isEmpty();
    }

    @Test
    @Tag("FT-09")
    void sql_in_a_filter_is_only_a_text() {
        for (String hostile : List.of("' OR '1'='1", "anna' --", "x'; DROP TABLE audit; --", "%", "_", "!", "\\")) {
            for (String name : List.of("event", "actor", "address", "session", "text")) {
                assertThat(found(Map.of(name, hostile)))
                        .as("%s = %s", name, hostile)
                        .isSubsetOf(name.equals("text") ? List.of(3L) : List.of());
            }
        }
        assertThat(audit.verifier.verify().rows()).isEqualTo(5);
    }

    @Test
    void what_cannot_be_right_is_refused_with_the_member_that_is_wrong() {
        Map.of("outcome", "success", "from", "yesterday", "to", "2026-13-01T00:00:00Z", "text", "x".repeat(1001))
                .forEach((name, value) -> assertThatThrownBy(() -> found(Map.of(name, value)))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.fields()).containsKey(name)));
    }

    @Test
    void pages_follow_one_another_without_gap_or_repeat_while_the_log_goes_on() {
        var seen = new ArrayList<Long>();
        Optional<String> after = Optional.empty();
        do {
            Page<AuditEvent> page = audit.query.page(AuditFilter.none(), 2, after);
            page.items().forEach(event -> seen.add(event.seq()));
            after = Optional.ofNullable(page.next());
            audit.append(AuditFixture.login("meanwhile"));
        } while (after.isPresent());

        assertThat(seen).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void a_cursor_is_good_for_its_own_list_only() {
        String cursor = Optional.ofNullable(audit.query
                        .page(AuditFilter.none(), 2, Optional.empty())
                        .next())
                .orElseThrow();

        for (String forged : List.of("", ".", "x", cursor + "x", cursor.substring(1), "1." + cursor)) {
            assertThatThrownBy(() -> audit.query.page(AuditFilter.none(), 2, Optional.of(forged)))
                    .as(forged)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.fields()).containsKey("after"));
        }
        assertThatThrownBy(() -> audit.query.page(filter(Map.of("actor", "anna")), 2, Optional.of(cursor)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_page_by_any_filter_is_one_walk_along_an_index() {
        Map<String, String> filters = Map.of(
                "event", "FILE_UPLOAD",
                "actor", "anna",
                "address", "fd00::7",
                "session", "s1",
                "outcome", "FAILED",
                "from", noon.toString(),
                "to", noon.toString());
        filters.forEach((name, value) -> {
            AuditFilter filter = filter(Map.of(name, value));
            List<String> plan = audit.database.read(handle -> {
                var query = handle.createQuery("EXPLAIN QUERY PLAN SELECT seq FROM audit WHERE " + filter.condition()
                        + " AND seq < 100 ORDER BY seq DESC LIMIT 10");
                filter.values().forEach(query::bind);
                return query.map((row, context) -> row.getString("detail")).list();
            });
            assertThat(plan).as(name).noneMatch(step -> step.contains("TEMP B-TREE") || step.startsWith("SCAN"));
        });
    }

    @Test
    @Tag("FO-12")
    void an_export_as_text_has_a_line_for_each_row_oldest_first() throws IOException {
        audit.append(AuditEntry.by(AuditKind.LOGIN_FAILED, "a|b", "-", Optional.empty())
                .target("x\\y")
                .detail("one | two"));

        List<String> lines =
                export(AuditFilter.none(), AuditFormat.TEXT).lines().toList();

        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst())
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\| USER_LOGIN \\| anna \\| 192\\.168\\.1\\.7 \\| -"
                                + " \\| SUCCESS");
        assertThat(lines.getLast()).endsWith("LOGIN_FAILED | a\\|b | - | x\\\\y: one \\| two | SUCCESS");
    }

    @Test
    void an_export_as_csv_quotes_and_starts_no_formula() throws IOException {
        audit.append(AuditEntry.by(AuditKind.LOGIN_FAILED, "=cmd|' /C calc'!A0", "-", Optional.empty())
                .target("a, \"b\"")
                .detail("@SUM(1)"));

        List<String> lines = export(filter(Map.of("event", "LOGIN_FAILED")), AuditFormat.CSV)
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).isEqualTo("seq,at,event,actor,address,session,target,outcome,detail,hash");
        assertThat(lines.getLast())
                .startsWith("6,")
                .contains(",LOGIN_FAILED,'=cmd|' /C calc'!A0,-,,\"a, \"\"b\"\"\",SUCCESS,'@SUM(1),");
    }

    @Test
    void an_export_as_jsonl_has_what_the_api_has() throws IOException {
        List<String> lines = export(filter(Map.of("actor", "cleo")), AuditFormat.JSONL)
                .lines()
                .toList();

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst())
                .startsWith("{\"seq\":4,\"at\":\"")
                .contains("\"event\":\"FILE_UPLOAD\",\"actor\":\"cleo\",\"address\":\"fd00::7\",\"session\":\"s2\"")
                .contains("\"outcome\":\"FAILED\",\"detail\":\"very Sunny\",\"hash\":\"")
                .endsWith("\"}");
    }

    @Test
    void an_export_of_many_pages_is_whole_and_ends_where_it_was_told() throws IOException {
        audit.database.write(tx -> {
            for (int i = 0; i < 1600; i++) {
                audit.log.append(tx, AuditFixture.login("anna"));
            }
            return 0;
        });

        var out = new ByteArrayOutputStream();
        audit.export.write(AuditFilter.none(), AuditFormat.TEXT, 1500, out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1500);
    }

    private String export(AuditFilter filter, AuditFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        audit.export.write(filter, format, Long.MAX_VALUE, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Long> found(Map<String, String> parameters) {
        return audit.query.page(filter(parameters), 100, Optional.empty()).items().stream()
                .map(AuditEvent::seq)
                .toList();
    }

    private static AuditFilter filter(Map<String, String> parameters) {
        return AuditFilter.of(name -> Optional.ofNullable(parameters.get(name)));
    }
}
