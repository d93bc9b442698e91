// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.async.Await;
import app.homekeep.desktop.async.ManualUi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DC-03")
class HttpAdminEventsTest {
    private static final String[] CHANGES = {
        AdminEvents.SESSIONS_CHANGED,
        AdminEvents.USERS_CHANGED,
        AdminEvents.ROLES_CHANGED,
        AdminEvents.REQUESTS_CHANGED,
        AdminEvents.APPROVALS_CHANGED,
        AdminEvents.BLOCKS_CHANGED,
        AdminEvents.API_KEYS_CHANGED,
        AdminEvents.SPACES_CHANGED,
        AdminEvents.NETWORK_CHANGED,
        AdminEvents.PAIRINGS_CHANGED,
        AdminEvents.LOCKDOWN_CHANGED,
        AdminEvents.AUDIT_APPENDED,
        AdminEvents.TRANSFERS_CHANGED
    };

    @TempDir
    private Path data;

    private final ManualUi ui = new ManualUi();
    private final List<String> seen = new ArrayList<>();
    private FakeServer server;
    private HttpAdminEvents events;
    private Runnable unwatch = () -> {};

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer(data);
        events = new HttpAdminEvents(new RunFolder(data), new ControlDoor(), ui::later);
    }

    @AfterEach
    void stop() throws IOException {
        unwatch.run();
        server.close();
    }

    @Test
    void an_event_is_told_by_its_name() {
        connected();

        server.stream("event: sessions_changed\ndata: {}\n\n");

        told("sessions_changed");
    }

    @Test
    void a_flood_of_one_event_is_told_as_one() {
        connected();

        server.stream("event: audit_appended\ndata: {}\n\n".repeat(5_000) + "event: stopping\ndata: {}\n\n");
        Await.until("the flood", () -> ui.backlog() > 0);
        Await.until("its end", () -> {
            ui.pump();
            return seen.contains("stopping");
        });

        assertThat(seen).hasSizeLessThan(1_000);
        assertThat(ui.backlog()).isLessThanOrEqualTo(1);
    }

    @Test
    void after_a_lost_connection_everything_is_asked_for_again() {
        connected();

        server.endStream();

        told(CHANGES);
        assertThat(server.requests)
                .filteredOn(request -> request.startsWith("GET /control/events"))
                .hasSize(2);
    }

    @Test
    void a_server_that_was_started_again_is_found() throws IOException {
        connected();

        server.close();
        server = new FakeServer(data);

        told(CHANGES);
    }

    @Test
    void nothing_is_told_after_the_watching_has_ended() {
        connected();

        server.stream("event: users_changed\ndata: {}\n\n");
        Await.until("the event", () -> ui.backlog() == 1);
        unwatch.run();
        ui.pump();

        assertThat(seen).isEmpty();
    }

    @Test
    void who_watches_again_is_told_again() {
        connected();
        unwatch.run();
        seen.clear();

        connected();
        server.stream("event: users_changed\ndata: {}\n\n");

        told("users_changed");
    }

    private void connected() {
        unwatch = events.watch(seen::add);
        told(CHANGES);
        seen.clear();
    }

    private void told(String... names) {
        Await.until("to be told of " + String.join(", ", names), () -> {
            ui.pump();
            return seen.containsAll(List.of(names));
        });
    }
}
