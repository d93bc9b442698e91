// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AuditFilter;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.UserChange;
import app.homekeep.model.device.Approval;
import app.homekeep.model.session.SessionInfo;
import app.homekeep.model.signin.SignInAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the panel asks a real server, and hears from it.
class OwnersViewTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Household household;
    private Panel panel;
    private Visitor visitor;
    private Runnable unwatch = () -> {};

    @BeforeEach
    void moveIn() {
        household = Household.settled(folder);
        panel = household.panel();
        panel.supervisor().start();
        visitor = new Visitor(panel.await(Running.class).info().local());
        unwatch = panel.events().watch(told::add);
        Await.until("the event stream", () -> told.contains(AdminEvents.SESSIONS_CHANGED));
        told.clear();
    }

    @AfterEach
    void moveOut() {
        unwatch.run();
        household.close();
    }

    @Test
    @Tag("DC-03")
    void a_browser_that_signs_in_is_seen_within_a_second_and_cut_off_at_once()
            throws IOException, InterruptedException {
        Instant before = Instant.now();
        assertThat(visitor.signIn(Household.OWNER, Household.PASSWORD)).isEqualTo(200);
        Await.until("the news", () -> told.contains(AdminEvents.SESSIONS_CHANGED));
        SessionInfo session = panel.api().sessions(Optional.empty()).items().getFirst();
        assertThat(Duration.between(before, Instant.now())).isLessThan(SOON.plusSeconds(1));
        assertThat(session.user()).isEqualTo(Household.OWNER);
        assertThat(session.device()).isEqualTo("Anna's Pixel");

        panel.api().revokeSession(session.id());

        assertThat(visitor.me()).isEqualTo(401);
        assertThat(visitor.whyNotMe()).isEqualTo("session_revoked");
        assertThat(panel.api().sessions(Optional.empty()).items()).isEmpty();
    }

    @Test
    @Tag("DC-03")
    void a_download_under_way_ends_with_its_session() throws IOException, InterruptedException {
        assertThat(visitor.signIn(Household.OWNER, Household.PASSWORD)).isEqualTo(200);
        assertThat(visitor.upload("/film.mp4", new byte[48 * 1024 * 1024])).isEqualTo(201);
        try (InputStream download = visitor.open("/film.mp4")) {
            download.readNBytes(1024);

            panel.api().revokeAllSessions();

            assertThat(catchThrowable(download::readAllBytes)).isInstanceOf(IOException.class);
        }
    }

    @Test
    @Tag("DC-02")
    void an_account_made_in_the_panel_can_sign_in_and_all_its_sessions_end_together()
            throws IOException, InterruptedException {
        panel.admin().people().create(new NewUser("ben", "user", "zwei Birnen & 1 Feige", false, "Ben"));
        var ben = new Visitor(panel.await(Running.class).info().local());
        assertThat(ben.signIn("ben", "zwei Birnen & 1 Feige")).isEqualTo(200);
        assertThat(visitor.signIn(Household.OWNER, Household.PASSWORD)).isEqualTo(200);
        assertThat(panel.admin().people().users(Optional.empty()).items()).hasSize(2);

        panel.api().revokeSessionsOf("ben");

        assertThat(ben.me()).isEqualTo(401);
        assertThat(visitor.me()).isEqualTo(200);
    }

    @Test
    @Tag("DC-02")
    @Tag("DC-03")
    void a_new_phone_waits_until_the_owner_lets_it_in_and_another_stays_out() throws IOException, InterruptedException {
        String ben = panel.admin()
                .people()
                .create(new NewUser("ben", "user", "zwei Birnen & 1 Feige", false, "Ben"))
                .id();
        panel.admin().people().change(ben, new UserChange(null, null, null, null, null, true));
        String door = panel.await(Running.class).info().local();
        var phone = new Visitor(door);
        var thief = new Visitor(door);

        SignInAnswer waiting = phone.begin("ben", "zwei Birnen & 1 Feige");
        Approval asked = panel.admin().approvals().approvals().getFirst();
        panel.admin().approvals().allow(asked.id());
        SignInAnswer alsoWaiting = thief.begin("ben", "zwei Birnen & 1 Feige");
        panel.admin()
                .approvals()
                .deny(panel.admin().approvals().approvals().getFirst().id());

        assertThat(asked.number()).isEqualTo(waiting.number());
        assertThat(phone.awaitApproval(Objects.requireNonNull(waiting.ticket())))
                .isEqualTo(200);
        assertThat(phone.me()).isEqualTo(200);
        assertThat(thief.awaitApproval(Objects.requireNonNull(alsoWaiting.ticket())))
                .isEqualTo(403);
        assertThat(thief.me()).isEqualTo(401);
    }

    @Test
    @Tag("DC-05")
    void the_log_says_who_did_what_is_intact_and_can_be_taken_away() throws IOException, InterruptedException {
        visitor.signIn(Household.OWNER, "not the password at all");
        visitor.signIn(Household.OWNER, Household.PASSWORD);
        var failed = new AuditFilter(
                Optional.empty(),
                Optional.of(Household.OWNER),
                Optional.empty(),
                Optional.of("FAILED"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(panel.api().audit(failed, Optional.empty()).items())
                .singleElement()
                .satisfies(row -> assertThat(row.event()).isEqualTo("LOGIN_FAILED"));
        assertThat(panel.api().audit(AuditFilter.NONE, Optional.empty()).items())
                .extracting(row -> row.event())
                .contains("USER_LOGIN");
        assertThat(panel.api().verifyAudit().intact()).isTrue();
        for (String format : List.of("csv", "jsonl", "text")) {
            Path target = folder.resolve("audit." + format);
            panel.api().exportAudit(format, AuditFilter.NONE, target);
            assertThat(Files.readString(target)).contains("USER_LOGIN").doesNotContain(Household.PASSWORD);
        }
    }
}
