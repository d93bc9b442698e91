// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.server.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-05")
class AuditLogTest {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private AuditFixture audit;

    @BeforeEach
    void open() {
        audit = new AuditFixture(folder, clock);
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void a_row_says_who_did_what_to_what_from_where() {
        audit.append(AuditEntry.by(AuditKind.SESSION_REVOKED, "anna", "192.168.1.7", Optional.of("s1"))
                .target("s2")
                .detail("lost phone")
                .refused());

        AuditEvent row = newest();

        assertThat(row.seq()).isEqualTo(1);
        assertThat(row.event()).isEqualTo("SESSION_REVOKED");
        assertThat(List.of(row.actor(), row.address(), row.outcome()))
                .containsExactly("anna", "192.168.1.7", "REFUSED");
        assertThat(row)
                .extracting(AuditEvent::session, AuditEvent::target, AuditEvent::detail)
                .containsExactly("s1", "s2", "lost phone");
        assertThat(row.hash()).isEqualTo(audit.log.head().hex()).hasSize(64);
    }

    @Test
    void no_change_without_its_row_and_no_row_without_its_change() {
        audit.append(AuditFixture.login("anna"));
        AuditHead before = audit.log.head();

        assertThatThrownBy(() -> audit.database.write(tx -> {
                    audit.log.append(tx, AuditFixture.login("ben"));
                    audit.log.append(tx, AuditFixture.login("cleo"));
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");

        assertThat(audit.log.head()).isEqualTo(before);
        audit.append(AuditFixture.login("dan"));
        assertThat(newest().seq()).isEqualTo(2);
        assertIntact(2);
    }

    @Test
    void rows_of_many_callers_some_of_whom_fail_have_no_holes() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                int number = i;
                callers.execute(() -> {
                    try {
                        audit.database.write(tx -> {
                            audit.log.append(tx, AuditFixture.login("user " + number));
                            if (number % 7 == 0) {
                                throw new IllegalArgumentException("on purpose");
                            }
                            return 0;
                        });
                    } catch (IllegalArgumentException e) {
                        assertThat(number % 7).isZero();
                    }
                });
            }
        }

        assertIntact(500 - 72);
    }

    @Test
    void rows_are_announced_once_a_commit() {
        audit.append(AuditFixture.login("anna"), AuditFixture.login("ben"), AuditFixture.login("cleo"));
        audit.append(AuditFixture.login("dan"));

        assertThat(audit.announced).containsExactly(3L, 4L);
    }

    @Test
    void the_chain_goes_on_after_a_restart() {
        audit.append(AuditFixture.login("anna"));

        audit.close();
        audit = new AuditFixture(folder, clock);
        audit.append(AuditFixture.login("ben"));

        assertIntact(2);
    }

    @Test
    @Tag("FT-14")
    void the_database_itself_refuses_to_change_or_delete_a_row() {
        audit.append(AuditFixture.login("anna"));

        for (String sql : List.of(
                "UPDATE audit SET actor = 'ben'",
                "DELETE FROM audit",
                "INSERT OR REPLACE INTO audit SELECT * FROM audit")) {
            assertThatThrownBy(() -> audit.database.write(tx -> tx.handle().execute(sql)))
                    .as(sql)
                    .hasMessageContaining("the audit log is never");
        }
        assertIntact(1);
    }

    @Test
    void each_day_and_each_stop_get_a_signed_checkpoint() {
        audit.append(AuditFixture.login("anna"), AuditFixture.login("ben"));
        clock.advance(Duration.ofDays(1));
        audit.append(AuditFixture.login("cleo"));
        clock.advance(Duration.ofDays(3));
        audit.append(AuditFixture.login("dan"));
        audit.database.write(tx -> {
            audit.log.checkpoint(tx);
            audit.log.checkpoint(tx);
            return 0;
        });

        AuditCheck check = assertIntact(4);

        assertThat(check.checkpoints()).isEqualTo(3);
    }

    @Test
    void each_ten_thousand_rows_get_a_signed_checkpoint() {
        for (int i = 0; i < 25; i++) {
            audit.database.write(tx -> {
                for (int n = 0; n < 1000; n++) {
                    audit.log.append(tx, AuditFixture.login("anna"));
                }
                return 0;
            });
        }

        // One more where the test crosses midnight.
        assertThat(assertIntact(25_000).checkpoints()).isBetween(2, 3);
    }

    @Test
    void a_checkpoint_undone_with_its_change_is_made_again() {
        audit.append(AuditFixture.login("anna"));
        clock.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> audit.database.write(tx -> {
                    audit.log.append(tx, AuditFixture.login("ben"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        audit.append(AuditFixture.login("cleo"));

        assertThat(assertIntact(2).checkpoints()).isEqualTo(1);
    }

    @Test
    void a_name_can_not_fake_a_line_or_turn_the_text_around() {
        audit.append(AuditEntry.by(AuditKind.LOGIN_FAILED, "eve\n2026 | USER_LOGIN\u202e", "-", Optional.empty())
                .detail("x".repeat(5000) + "\ud800"));

        AuditEvent row = newest();

        assertThat(row.actor()).isEqualTo("eve\ufffd2026 | USER_LOGIN\ufffd");
        assertThat(row.detail()).hasSize(1000);
        assertIntact(1);
    }

    private AuditEvent newest() {
        return audit.query.page(AuditFilter.none(), 1, Optional.empty()).items().getFirst();
    }

    private AuditCheck assertIntact(long rows) {
        AuditCheck check = audit.verifier.verify();
        assertThat(check.problem()).isNull();
        assertThat(check.intact()).isTrue();
        assertThat(check.rows()).isEqualTo(rows);
        assertThat(check.head()).isEqualTo(audit.log.head().hex());
        return check;
    }
}
