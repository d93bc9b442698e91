// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRunTest {
    private final FirstRun firstRun = new FirstRun(Clock.systemUTC(), new SecureRandom());
    private Path data = Path.of("");
    private Path files = Path.of("");

    @BeforeEach
    void choose(@TempDir Path folder) {
        data = folder.resolve("data");
        files = folder.resolve("files");
    }

    @Test
    @Tag("LF-02")
    void a_new_home_has_one_owner_and_keys_that_only_its_owner_reads() throws IOException {
        firstRun.create(home("olga", TestServer.OWNER_PASSWORD));

        assertThat(owner()).contains("olga");
        assertThat(Files.getPosixFilePermissions(data.resolve("keys/master.key")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void a_home_is_made_once() {
        firstRun.create(home("olga", TestServer.OWNER_PASSWORD));

        StartRefused again = refused(home("anna", TestServer.OWNER_PASSWORD));

        assertThat(again.code()).isEqualTo("already_initialised");
        assertThat(owner()).contains("olga");
    }

    @Test
    @Tag("LN-02")
    void a_password_that_is_too_easy_leaves_nothing_behind() throws IOException {
        assertThat(refused(home("olga", "short")).code()).isEqualTo("weak_password");

        try (Stream<Path> left = Files.walk(data)) {
            assertThat(left).noneMatch(path -> path.endsWith("homekeep.db") || path.endsWith("master.key"));
        }
        firstRun.create(home("olga", TestServer.OWNER_PASSWORD));
        assertThat(owner()).contains("olga");
    }

    @Test
    void a_first_run_that_was_killed_is_finished_by_the_next() throws IOException {
        Files.createDirectories(data);
        // As far as it may have come: a database and keys, and no owner.
        foundation().close();

        firstRun.create(home("olga", TestServer.OWNER_PASSWORD));

        assertThat(owner()).contains("olga");
    }

    @Test
    void a_folder_that_holds_something_else_is_left_alone() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("diary.txt"), "Dear diary");

        assertThat(refused(home("olga", TestServer.OWNER_PASSWORD)).code()).isEqualTo("folder_not_empty");
        assertThat(data.resolve("diary.txt")).hasContent("Dear diary");
    }

    @Test
    @Tag("LF-10")
    void a_name_that_nobody_could_sign_in_with_is_refused() {
        assertThat(refused(home("../olga", TestServer.OWNER_PASSWORD)).code()).isEqualTo("bad_owner");
        assertThat(data).doesNotExist();
    }

    private Optional<String> owner() {
        try (Foundation foundation = foundation()) {
            return foundation.accounts.owner().map(owner -> owner.username());
        }
    }

    private Foundation foundation() {
        return Foundation.open(data, Optional.of(files), Clock.systemUTC(), new SecureRandom());
    }

    private StartRefused refused(NewHome home) {
        return catchThrowableOfType(StartRefused.class, () -> firstRun.create(home));
    }

    private NewHome home(String owner, String password) {
        return new NewHome(data, files, owner, password, "Olga's home", true);
    }
}
