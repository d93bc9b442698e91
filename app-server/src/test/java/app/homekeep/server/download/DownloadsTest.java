// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.Routes;
import app.homekeep.server.http.Answer;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.HostilePaths;
import app.homekeep.server.upload.FilesFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
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
    void a_file_comes_back_as_it_was_with_a_tag_that_changes_with_it() throws IOException {
        home.upload("/a.txt", "hello");
        String first = tag("/a.txt");

        assertThat(home.read("/a.txt")).isEqualTo("hello");
        assertThat(tag("/a.txt")).isEqualTo(first);
        Files.writeString(home.annasFolder().resolve("a.txt"), "other");
        assertThat(tag("/a.txt")).isNotEqualTo(first);
    }

    @Test
    @Tag("LF-07")
    @Tag("FT-02")
    void somebody_elses_file_can_not_be_told_from_a_missing_one() throws IOException {
        home.upload("/secret.txt", "hello");

        var elses = refusal(() ->
                home.open(home.request(FilesFixture.benHimself(), home.anna).withQuery("path", "/secret.txt")));
        var missing = refusal(() ->
                home.open(home.request(FilesFixture.benHimself(), home.ben).withQuery("path", "/secret.txt")));
        var listed = refusal(() -> home.list(home.request(FilesFixture.benHimself(), home.anna)));

        assertThat(List.of(elses.sentence(), listed.sentence())).containsOnly(missing.sentence());
        assertThat(List.of(elses.code(), listed.code(), missing.code())).containsOnly(ProblemCode.NOT_FOUND);
    }

    @Test
    @Tag("LF-10")
    void no_hostile_path_reads_anything() throws IOException {
        Files.writeString(home.files.resolve("canary"), "canary");
        Files.writeString(folder.resolve("canary"), "canary");

        for (String path : HostilePaths.all().toList()) {
            for (String route : List.of(Routes.CONTENT, Routes.ENTRIES)) {
                var refused =
                        refusal(() -> home.handler(route).handle(home.annas().withQuery("path", path)));
                assertThat(refused.code()).isEqualTo(ProblemCode.BAD_PATH);
            }
        }
    }

    @Test
    void links_are_neither_listed_nor_followed() throws IOException {
        Files.writeString(folder.resolve("canary"), "canary");
        home.upload("/real.txt", "hello");
        Files.createSymbolicLink(home.annasFolder().resolve("out"), folder);
        Files.createSymbolicLink(home.annasFolder().resolve("file"), folder.resolve("canary"));
        Files.createSymbolicLink(home.annasFolder().resolve("dangling"), folder.resolve("nothing"));

        assertThat(home.names("/")).containsExactly("real.txt");
        for (String path : List.of("/out/canary", "/file", "/dangling", "/out")) {
            assertThat(refusal(() -> home.read(path)).code()).isEqualTo(ProblemCode.NOT_FOUND);
        }
        for (String path : List.of("/out/new", "/file", "/dangling")) {
            assertThat(refusal(() -> home.upload(path, "evil")).code()).isEqualTo(ProblemCode.CONFLICT);
        }
        assertThat(folder.resolve("nothing")).doesNotExist();
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve("canary")).hasContent("canary");
    }

    @Test
    void a_folder_swapped_for_a_link_again_and_again_never_leads_out() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("f.txt"), "canary");
        home.upload("/d/f.txt", "inside");

        int read = 0;
        try (var swapper = LinkSwapper.start(home.annasFolder().resolve("d"), outside)) {
            for (int i = 0; i < 1_500; i++) {
                try {
                    assertThat(home.read("/d/f.txt")).isIn("inside", "");
                    read++;
                } catch (Refused e) {
                    assertThat(e.code()).isIn(ProblemCode.NOT_FOUND, ProblemCode.CONFLICT);
                }
                if (i % 10 == 0) {
                    tryToUpload("/d/new" + i + ".txt");
                }
            }
            assertThat(swapper.swaps()).isPositive();
        }

        assertThat(read).isPositive();
        try (var there = Files.list(outside)) {
            assertThat(there).hasSize(1);
        }
        assertThat(outside.resolve("f.txt")).hasContent("canary");
    }

    private void tryToUpload(String path) throws IOException {
        try {
            home.upload(path, "evil");
        } catch (Refused e) {
            assertThat(e.code()).isIn(ProblemCode.NOT_FOUND, ProblemCode.CONFLICT);
        }
    }

    @Test
    @Tag("LF-08")
    void what_could_run_as_a_page_comes_as_an_attachment_in_a_sandbox() throws IOException {
        home.upload("/page.html", "<!DOCTYPE html><html><script>alert(1)</script></html>");
        home.upload("/pic.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        home.upload("/data.xml", "<?xml version=\"1.0\"?><a/>");
        home.upload("/odd", "\u0001\u0002\u0003");
        home.upload("/note.txt", "hello");

        for (String path : List.of("/page.html", "/pic.svg", "/data.xml", "/odd")) {
            var headers = headers(path);
            assertThat(headers.headers().get("Content-Disposition")).startsWith("attachment");
            assertThat(headers.headers().get("Content-Security-Policy")).startsWith("sandbox");
        }
        assertThat(headers("/note.txt").headers().get("Content-Disposition")).startsWith("inline");
        assertThat(headers("/note.txt").headers().get("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void a_file_name_goes_into_the_header_in_both_forms() {
        assertThat(Disposition.of(true, "Füße \"1\";\\ 😀.jpg"))
                .isEqualTo("attachment; filename=\"Fu_e _1___ _.jpg\"; filename*=UTF-8''"
                        + "F%C3%BC%C3%9Fe%20%221%22%3B%5C%20%F0%9F%98%80.jpg");
    }

    @Test
    void what_is_taken_away_is_audited_once_and_a_gallery_is_not() throws IOException {
        home.upload("/a.txt", "hello");

        home.open(home.annas().withQuery("path", "/a.txt")).channel().close();
        home.open(home.annas().withQuery("path", "/a.txt").withQuery("download", "1"))
                .channel()
                .close();
        home.open(home.annas()
                        .withQuery("path", "/a.txt")
                        .withQuery("download", "1")
                        .withHeader("Range", "bytes=3-"))
                .channel()
                .close();

        assertThat(home.audited("FILE_DOWNLOAD")).isEqualTo(1);
    }

    private String tag(String path) throws IOException {
        return headers(path).tag();
    }

    private Answer.FileContent headers(String path) throws IOException {
        var content = home.open(home.annas().withQuery("path", path));
        content.channel().close();
        return content;
    }

    private static Refused refusal(ThrowingCallable work) {
        return java.util.Objects.requireNonNull(catchThrowableOfType(Refused.class, work));
    }
}
