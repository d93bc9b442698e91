// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.AuditFilter;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.kit.PagedRows;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-05")
class AuditViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final AuditViewModel model = new AuditViewModel(
            new Text(Language.ENGLISH),
            house.supervisor,
            house.api,
            house.events,
            house.background,
            notices,
            house.clock.getZone());

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void the_newest_event_comes_first_and_the_chain_is_verified_once() {
        assertThat(shown()).hasSize(47);
        assertThat(shown().getFirst().seq()).isEqualTo(47);
        assertThat(model.check().get()).map(AuditCheck::intact).contains(true);
    }

    @Test
    void a_filter_shows_what_fits_it() {
        model.filterBy(FilterPart.EVENT, Optional.of("LOGIN_FAILED"));
        model.filterBy(FilterPart.OUTCOME, Optional.of("REFUSED"));

        assertThat(shown()).singleElement().extracting(AuditEvent::address).isEqualTo("192.168.1.77");
        assertThat(model.filteredBy(FilterPart.OUTCOME)).contains("REFUSED");

        model.filterBy(FilterPart.EVENT, Optional.of("USER_LOGIN"));
        assertThat(shown()).isEmpty();

        model.filterBy(FilterPart.OUTCOME, Optional.empty());
        assertThat(shown()).hasSize(3);
    }

    @Test
    void days_are_whole_in_the_owners_zone() {
        model.filterBy(FilterPart.FROM, Optional.of("2026-11-21"));
        model.filterBy(FilterPart.TO, Optional.of("2026-11-21"));

        assertThat(model.filter().get().from()).hasToString("Optional[2026-11-20T23:00:00Z]");
        assertThat(model.filter().get().to()).hasToString("Optional[2026-11-21T23:00:00Z]");
        assertThat(model.filteredBy(FilterPart.TO)).contains("2026-11-21");
    }

    @Test
    void all_of_a_user_and_all_from_an_address_begin_anew() {
        model.filterBy(FilterPart.TEXT, Optional.of("beach"));

        model.showAllOf("ben");
        assertThat(shown()).hasSize(1);

        model.showAllFrom("127.0.0.1");
        assertThat(shown()).hasSize(2);

        model.clearFilter();
        assertThat(model.filter().get()).isEqualTo(AuditFilter.NONE);
    }

    @Test
    void an_event_that_happens_is_shown_at_once_while_the_newest_is_in_sight() {
        house.api.happened("USER_LOGIN", "ida", "192.168.1.9", "", "SUCCESS", "");

        house.events.happen(AdminEvents.AUDIT_APPENDED);

        assertThat(shown()).hasSize(48);
        assertThat(model.newer().get()).isFalse();
    }

    @Test
    void an_event_that_happens_does_not_move_rows_that_are_read() {
        model.inSight(false);
        house.api.happened("USER_LOGIN", "ida", "192.168.1.9", "", "SUCCESS", "");

        house.events.happen(AdminEvents.AUDIT_APPENDED);

        assertThat(shown()).hasSize(47);
        assertThat(model.newer().get()).isTrue();

        model.inSight(true);
        assertThat(shown()).hasSize(48);
    }

    @Test
    void a_broken_chain_says_where() {
        house.api.breakChainAt(12);

        model.verify();

        assertThat(model.check().get()).map(AuditCheck::brokenSeq).contains(12L);
        assertThat(model.checking().get()).isFalse();
    }

    @Test
    void an_export_writes_what_the_filter_lets_through(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("log.csv");
        model.showAllOf("ben");

        model.export("csv", target);

        assertThat(Files.readAllLines(target)).containsExactly("csv", "6 USER_LOGIN ben");
        assertThat(notices.allDone()).containsExactly("Written to " + target);
    }

    @Test
    void a_failed_export_says_why(@TempDir Path folder) {
        house.api.failWith(new AdminProblem("export_failed", "It could not be written."));

        model.export("csv", folder.resolve("log.csv"));

        assertThat(notices.problems()).containsExactly("It could not be written.");
        assertThat(model.exporting().get()).isFalse();
    }

    @Test
    void a_long_log_comes_in_pages() {
        for (int i = 0; i < 1_000; i++) {
            house.api.happened("FILE_UPLOAD", "anna", "192.168.1.23", "/a" + i, "SUCCESS", "");
        }
        model.load();
        PagedRows<AuditEvent> rows = rows();
        assertThat(rows.known()).isEqualTo(200);

        while (!rows.ended()) {
            assertThat(rows.get(rows.size() - 1)).isNotNull();
        }

        assertThat(rows.known()).isEqualTo(1_047);
        assertThat(shown().stream().map(AuditEvent::seq)).doesNotHaveDuplicates();
    }

    private PagedRows<AuditEvent> rows() {
        if (model.rows().get() instanceof Load.Ready<PagedRows<AuditEvent>>(PagedRows<AuditEvent> rows)) {
            return rows;
        }
        throw new AssertionError("the log is not there");
    }

    private List<AuditEvent> shown() {
        return rows().stream()
                .filter(PagedRows.Slot.Here.class::isInstance)
                .map(slot -> ((PagedRows.Slot.Here<AuditEvent>) slot).row())
                .toList();
    }
}
