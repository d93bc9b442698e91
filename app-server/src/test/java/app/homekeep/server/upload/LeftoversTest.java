// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.FullDisk;
import app.homekeep.server.space.OpenFolder;
import app.homekeep.server.space.OpenSpace;
import app.homekeep.server.space.SpacePath;
import app.homekeep.server.space.SpacesFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    Path folder;

    private FilesFixture home;

    @BeforeEach
    void open() {
        home = new FilesFixture(folder);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void a_half_upload_is_gone_after_the_next_start() throws IOException {
        home.upload("/a.txt", "hello");
        Files.writeString(home.annasFolder().resolve(".homekeep/x.part"), "half");

        restart();

        assertThat(home.unfinished()).isEmpty();
        assertThat(home.names("/")).containsExactly("a.txt");
    }

    @Test
    void an_upload_that_died_before_its_row_is_undone_and_the_old_file_is_back() throws IOException {
        home.upload("/a.txt", "old");
        String before = home.list(home.annas()).items().getFirst().id();
        publish("dead-upload", "/a.txt", OnConflict.REPLACE);
        assertThat(home.read("/a.txt")).isEqualTo("draft");

        restart();

        assertThat(home.read("/a.txt")).isEqualTo("old");
        assertThat(home.unfinished()).isEmpty();
        assertThat(home.list(home.annas()).items().getFirst().id()).isEqualTo(before);
    }

    @Test
    void a_new_file_that_died_before_its_row_is_gone() throws IOException {
        publish("dead-upload", "/new/a.txt", OnConflict.REFUSE);

        restart();

        assertThat(home.names("/new")).isEmpty();
    }

    @Test
    void an_upload_that_died_after_its_row_is_finished() throws IOException {
        home.upload("/a.txt", "old");
        publish("late-upload", "/a.txt", OnConflict.REPLACE);
        home.database.write(tx -> tx.handle().execute("UPDATE files SET upload_id = 'late-upload'"));

        restart();

        assertThat(home.read("/a.txt")).isEqualTo("draft");
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    void a_folder_that_was_there_and_is_gone_is_said_and_not_made_again() throws IOException {
        home.upload("/a.txt", "hello");
        Files.move(home.files, folder.resolve("unplugged"));

        var refused = catchThrowableOfType(Refused.class, () -> home.names("/"));

        assertThat(refused.code()).isEqualTo(ProblemCode.SPACE_UNAVAILABLE);
        assertThat(home.files).doesNotExist();
        Files.move(folder.resolve("unplugged"), home.files);
        assertThat(home.names("/")).containsExactly("a.txt");
    }

    @Test
    void a_disk_that_becomes_full_keeps_nothing_and_goes_on_serving() throws IOException {
        home.upload("/a.txt", "hello");
        home.close();
        home = FilesFixture.again(folder, path -> new FullDisk(OpenFolder.at(path)));

        var refused = catchThrowableOfType(Refused.class, () -> home.upload("/b.txt", "more"));

        assertThat(refused.code()).isEqualTo(ProblemCode.NO_SPACE);
        assertThat(home.unfinished()).isEmpty();
        assertThat(home.names("/")).containsExactly("a.txt");
        assertThat(home.read("/a.txt")).isEqualTo("hello");
        restart();
        home.upload("/b.txt", "more");
        assertThat(home.names("/")).containsExactly("a.txt", "b.txt");
    }

    @Test
    void without_directory_descriptors_it_works_all_the_same() throws IOException {
        Files.writeString(folder.resolve("canary"), "canary");
        home.upload("/a/b.txt", "hello");
        Files.createSymbolicLink(home.annasFolder().resolve("out"), folder);
        Files.createSymbolicLink(home.annasFolder().resolve("file"), folder.resolve("canary"));
        home.close();
        home = FilesFixture.again(folder, SpacesFixture::plain);

        home.upload("/new/folder/c.txt", "more");

        assertThat(home.names("/")).containsExactly("a", "new");
        assertThat(home.read("/a/b.txt")).isEqualTo("hello");
        assertThat(home.read("/new/folder/c.txt")).isEqualTo("more");
        for (String path : new String[] {"/out/canary", "/file"}) {
            assertThat(catchThrowableOfType(Refused.class, () -> home.read(path))
                            .code())
                    .isEqualTo(ProblemCode.NOT_FOUND);
        }
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    void a_full_disk_is_told_from_other_trouble() throws IOException {
        try (OpenFolder here = OpenFolder.at(folder)) {
            for (String said : new String[] {"No space left on device", "write: Disk quota exceeded"}) {
                assertThat(DiskFull.or(new IOException(said), here).code()).isEqualTo(ProblemCode.NO_SPACE);
            }
            assertThat(catchThrowableOfType(
                            IOException.class, () -> DiskFull.or(new IOException("Input/output error"), here)))
                    .isNotNull();
            assertThat(catchThrowableOfType(
                                    Refused.class, () -> Draft.requireRoom(here, Long.MAX_VALUE / 2, Uploads.RESERVE))
                            .code())
                    .isEqualTo(ProblemCode.NO_SPACE);
        }
        assertThat(FreeName.numbered("x".repeat(251) + ".jpg", 2).length()).isEqualTo(255);
    }

    private void publish(String id, String path, OnConflict onConflict) throws IOException {
        try (OpenSpace space = home.spaces.open(home.anna, FilesFixture.annaHerself(), Permission.FILE_UPLOAD);
                OpenFolder workshop = space.workshop()) {
            Files.writeString(home.annasFolder().resolve(".homekeep/" + id + ".part"), "draft");
            new Publication(space, workshop, id).publish(SpacePath.parse(path), onConflict);
        }
    }

    private void restart() throws IOException {
        home.close();
        home = FilesFixture.again(folder);
        new Leftovers(home.spaces, home.entries).sweep();
    }
}
