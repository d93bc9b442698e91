// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @TempDir
    Path folder;

    @Test
    void an_upgrade_keeps_the_data_and_a_copy_of_it_as_it_was() {
        fillFirstVersion();

        try (var upgraded = open("test_0001_note", "test_0002_folder")) {
            assertThat(Notes.all(upgraded)).containsExactly("kept");
            assertThat(upgraded.<Integer>read(handle -> handle.createQuery("SELECT count(*) FROM folder")
                            .mapTo(Integer.class)
                            .one()))
                    .isZero();
        }

        Path copy = folder.resolve("notes.db.before-upgrade-1");
        assertThat(copy).exists();
        try (var before = Database.open(copy, Notes.MIGRATIONS, Clock.systemUTC())) {
            assertThat(Notes.all(before)).containsExactly("kept");
        }
    }

    @Test
    void a_step_runs_once() {
        fillFirstVersion();

        try (var again = open("test_0001_note")) {
            assertThat(Notes.all(again)).containsExactly("kept");
        }
    }

    @Test
    void a_first_run_needs_no_copy() throws Exception {
        open("test_0001_note", "test_0002_folder").close();

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(Notes.file(folder));
        }
    }

    @Test
    void a_step_that_fails_leaves_everything_as_it_was() {
        fillFirstVersion();

        assertThatThrownBy(() -> open("test_0001_note", "test_0002_broken")).isInstanceOf(DatabaseUnusable.class);

        try (var database = Notes.open(folder)) {
            assertThat(Notes.all(database)).containsExactly("kept");
            assertThat(database.<Integer>read(
                            handle -> handle.createQuery("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")
                                    .mapTo(Integer.class)
                                    .one()))
                    .isZero();
        }
    }

    @Test
    void a_newer_programs_database_is_refused_with_a_sentence() throws Exception {
        open("test_0001_note", "test_0002_folder").close();
        byte[] before = Files.readAllBytes(Notes.file(folder));

        assertThatThrownBy(() -> Notes.open(folder))
                .isInstanceOf(DatabaseTooNew.class)
                .hasMessageContaining("newer Homekeep");

        assertThat(Files.readAllBytes(Notes.file(folder))).isEqualTo(before);
    }

    @Test
    void another_builds_database_is_refused() {
        open("test_0001_note", "test_0002_folder").close();

        assertThatThrownBy(() -> open("test_0001_note", "test_0002_broken"))
                .isInstanceOf(DatabaseTooNew.class)
                .hasMessageContaining("test_0002_folder");
    }

    @Test
    void a_step_that_does_not_exist_is_a_mistake_that_says_so() {
        List<String> names = List.of("0000_nothing");

        assertThatThrownBy(() -> Migrations.of(names)).hasMessageContaining("0000_nothing");
    }

    private void fillFirstVersion() {
        try (var database = Notes.open(folder)) {
            database.write(tx -> {
                Notes.add(tx.handle(), "kept");
                return 0;
            });
        }
    }

    private Database open(String... names) {
        return Database.open(Notes.file(folder), Migrations.of(List.of(names)), Clock.systemUTC());
    }
}
