// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.server.ServerState.Crashed;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerState.Stopped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server ends, or can't begin.
@Tag("DC-01")
class CrashTest {
    @TempDir
    private Path folder;

    private Household household;
    private Panel panel;

    @BeforeEach
    void moveIn() {
        household = Household.settled(folder);
        panel = household.panel();
    }

    @AfterEach
    void moveOut() {
        household.close();
    }

    @Test
    void a_killed_server_comes_back_with_its_sessions_and_files() throws IOException, InterruptedException {
        panel.supervisor().start();
        Running first = panel.await(Running.class);
        var visitor = new Visitor(first.info().local());
        byte[] photo = new byte[3_000_000];
        new Random(7).nextBytes(photo);
        assertThat(visitor.signIn(Household.OWNER, Household.PASSWORD)).isEqualTo(200);
        assertThat(visitor.upload("/Holiday/beach.jpg", photo)).isEqualTo(201);
        long rows = panel.api().verifyAudit().rows();

        Household.kill(first);
        Running second = panel.awaitAnother(first);

        visitor.goTo(second.info().local());
        assertThat(visitor.me()).isEqualTo(200);
        assertThat(visitor.download("/Holiday/beach.jpg")).isEqualTo(photo);
        assertThat(panel.api().verifyAudit()).satisfies(check -> {
            assertThat(check.intact()).isTrue();
            assertThat(check.rows()).isGreaterThanOrEqualTo(rows);
        });
    }

    @Test
    void what_was_missed_while_it_was_gone_is_asked_for_again() {
        List<String> told = new CopyOnWriteArrayList<>();
        panel.supervisor().start();
        Running first = panel.await(Running.class);
        Runnable unwatch = panel.events().watch(told::add);
        Await.until("the first connection", () -> told.contains(AdminEvents.SESSIONS_CHANGED));
        told.clear();

        Household.kill(first);
        panel.awaitAnother(first);

        Await.until("the refetch", () -> told.contains(AdminEvents.SESSIONS_CHANGED));
        unwatch.run();
    }

    @Test
    void after_five_crashes_it_gives_up_and_shows_why() {
        panel.supervisor().start();
        Running running = panel.await(Running.class);
        for (int crash = 1; crash < 5; crash++) {
            Household.kill(running);
            running = panel.awaitAnother(running);
        }
        Household.kill(running);

        Await.until(
                "giving up",
                panel.supervisor()::state,
                () -> panel.supervisor().state() instanceof Crashed crashed && !crashed.retrying());
        assertThat(panel.await(Crashed.class)).satisfies(crashed -> {
            assertThat(crashed.exit()).isEqualTo(137);
            assertThat(crashed.code()).isEqualTo("killed");
            assertThat(crashed.logTail()).isNotEmpty();
        });

        panel.supervisor().start();
        assertThat(panel.await(Running.class).attached()).isFalse();
    }

    @Test
    void a_damaged_database_is_said_to_be_one_and_left_as_it_is() throws IOException {
        Path database = household.databases().getFirst();
        try (var file = FileChannel.open(database, StandardOpenOption.WRITE)) {
            var noise = new byte[4000];
            new Random(1).nextBytes(noise);
            file.write(ByteBuffer.wrap(noise), 100);
        }

        panel.supervisor().start();

        assertThat(panel.await(Crashed.class)).satisfies(crashed -> {
            assertThat(crashed.code()).isEqualTo("database_damaged");
            assertThat(crashed.retrying()).isFalse();
            assertThat(crashed.reason()).doesNotContain("Exception", "SQLITE");
        });
        assertThat(database).exists();
    }

    @Test
    void a_port_that_is_taken_is_named_and_another_one_helps() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            panel.ports().use("local", taken);
            panel.supervisor().start();
            assertThat(panel.await(Crashed.class)).satisfies(crashed -> {
                assertThat(crashed.code()).isEqualTo("port_taken:local:" + taken);
                assertThat(crashed.retrying()).isFalse();
            });

            int free = panel.ports().freeNear(taken);
            panel.ports().use("local", free);
            panel.supervisor().start();

            assertThat(panel.await(Running.class).info().local()).endsWith(":" + free);
        }
    }

    @Test
    void a_server_that_the_command_line_stops_is_not_taken_for_a_crash() {
        panel.supervisor().start();
        panel.await(Running.class);

        panel.api().stop();

        panel.await(Stopped.class);
    }
}
