// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged, foreign and cut files are refused with a sentence and left byte for byte as they were; a full disk is
/// refused, survived and recovered from.
class DatabaseFileTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = Notes.file(folder);
        try (var database = Notes.open(folder)) {
            database.write(tx -> {
                for (int i = 0; i < 2000; i++) {
                    Notes.add(tx.handle(), "a note that takes some room, number " + i);
                }
                return 0;
            });
        }
    }

    @Test
    void a_file_cut_short_is_refused() throws Exception {
        for (long length : new long[] {0, 50, PAGE, Files.size(file) / 2, Files.size(file) - PAGE}) {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
            assertRefusedAndLeftAlone();
        }
    }

    @Test
    void a_file_that_is_no_database_is_refused() throws Exception {
        Files.writeString(file, "Dear diary, ".repeat(1000));
        assertRefusedAndLeftAlone();
    }

    @Test
    void another_programs_database_is_refused() throws Exception {
        Files.delete(file);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE photo (id INTEGER PRIMARY KEY)");
        }
        assertRefusedAndLeftAlone();
    }

    @Test
    void damaged_pages_are_refused() throws Exception {
        var random = new Random(7);
        byte[] sound = Files.readAllBytes(file);
        for (int round = 0; round < 20; round++) {
            Files.write(file, sound);
            long page = 1L + random.nextInt(sound.length / PAGE - 1);
            byte[] noise = new byte[PAGE];
            random.nextBytes(noise);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(noise), page * PAGE);
            }
            assertRefusedAndLeftAlone();
        }
    }

    @Test
    void a_missing_file_whose_log_is_still_there_is_not_replaced_by_an_empty_one() throws Exception {
        Files.move(file, folder.resolve("elsewhere.db"));
        Files.writeString(file.resolveSibling("notes.db-wal"), "a log");

        assertThatThrownBy(() -> Notes.open(folder))
                .isInstanceOf(DatabaseDamaged.class)
                .hasMessageContaining("missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void damage_that_shows_while_running_ends_the_service() throws Exception {
        try (var database = Notes.open(folder)) {
            byte[] zeros = new byte[(int) Files.size(file) - PAGE];
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(zeros), PAGE);
            }

            assertThatThrownBy(() -> Notes.all(database))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.DATABASE_DAMAGED));
            assertThat(database.works()).isFalse();
            assertThatThrownBy(() -> database.write(tx -> 0))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.DATABASE_DAMAGED));
        }
    }

    @Test
    void a_full_disk_refuses_the_write_keeps_reading_and_recovers() {
        try (var database = Notes.open(folder)) {
            limitPages(database, pages(database));

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> addLarge(database))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo(ProblemCode.NO_SPACE));
                assertThat(Notes.all(database)).hasSize(2000);
            }

            limitPages(database, 1_000_000);
            addLarge(database);
            assertThat(Notes.all(database)).hasSize(2001);
        }
    }

    private void assertRefusedAndLeftAlone() throws Exception {
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> Notes.open(folder))
                .isInstanceOfSatisfying(
                        DatabaseDamaged.class,
                        damaged -> assertThat(damaged.sentence())
                                .contains("notes.db")
                                .endsWith("."));

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static int pages(Database database) {
        return database.read(handle ->
                handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one());
    }

    private static void limitPages(Database database, int pages) {
        database.write(tx -> tx.handle()
                .createQuery("PRAGMA max_page_count = " + pages)
                .mapTo(Integer.class)
                .one());
    }

    private static void addLarge(Database database) {
        database.write(tx -> tx.handle()
                .createUpdate("INSERT INTO note (text, data) VALUES ('large', zeroblob(100000))")
                .execute());
    }
}
