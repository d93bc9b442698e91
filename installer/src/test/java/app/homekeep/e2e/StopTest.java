// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerState.Stopped;
import app.homekeep.desktop.server.ServerState.Stopping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The owner stops the server.
@Tag("DC-01")
class StopTest {
    /// More than sockets and clients hold between them, so that the download isn't over before it is read.
    private static final int LARGE = 48 * 1024 * 1024;

    @TempDir
    private Path folder;

    private Household household;
    private Panel panel;
    private Running running;

    @BeforeEach
    void moveIn() {
        household = Household.settled(folder);
        panel = household.panel();
        panel.supervisor().start();
        running = panel.await(Running.class);
    }

    @AfterEach
    void moveOut() {
        household.close();
    }

    @Test
    void a_download_that_runs_is_counted_and_comes_to_its_end() throws IOException, InterruptedException {
        byte[] film = new byte[LARGE];
        new Random(3).nextBytes(film);
        var visitor = new Visitor(running.info().local());
        assertThat(visitor.signIn(Household.OWNER, Household.PASSWORD)).isEqualTo(200);
        assertThat(visitor.upload("/film.mp4", film)).isEqualTo(201);

        var got = new ByteArrayOutputStream(LARGE);
        try (InputStream download = visitor.open("/film.mp4")) {
            got.write(download.readNBytes(1024));
            panel.supervisor().stop();
            Await.until(
                    "the count of one",
                    panel.supervisor()::state,
                    () -> new Stopping(1).equals(panel.supervisor().state()));
            download.transferTo(got);
        }

        assertThat(got.toByteArray()).isEqualTo(film);
        panel.await(Stopped.class);
        assertThat(ProcessHandle.of(running.info().pid())).isEmpty();
    }

    @Test
    void restart_brings_up_another_process() {
        panel.supervisor().restart();

        Running next = panel.awaitAnother(running);

        assertThat(next.attached()).isFalse();
    }

    @Test
    void after_a_stop_nothing_is_left_that_says_it_runs() {
        panel.supervisor().stop();
        panel.await(Stopped.class);

        assertThat(household.data().resolve("run/server.json")).doesNotExist();
        panel.supervisor().start();
        assertThat(panel.await(Running.class).attached()).isFalse();
    }
}
