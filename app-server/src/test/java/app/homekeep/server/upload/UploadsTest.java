// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.model.space.Entry;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.HostilePaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
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
    void an_upload_stands_whole_under_its_name_with_row_audit_and_event() throws IOException {
        Entry entry = home.upload("/Holiday/a.txt", "hello");

        assertThat(Files.readString(home.annasFolder().resolve("Holiday/a.txt")))
                .isEqualTo("hello");
        assertThat(entry.size()).isEqualTo(5);
        assertThat(entry.type()).isEqualTo("text/plain");
        assertThat(home.list(home.annas().withQuery("path", "/Holiday")).items())
                .containsExactly(entry);
        assertThat(home.audited("FILE_UPLOAD")).isEqualTo(1);
        assertThat(home.events)
                .contains(
                        new EventHub.Event.FilesChanged(home.anna, "/Holiday"),
                        new EventHub.Event.FilesChanged(home.anna, "/"));
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    void a_taken_name_is_refused_unless_something_else_is_asked_for() throws IOException {
        Entry first = home.upload("/b.jpg", "one");

        refused(ProblemCode.CONFLICT, () -> home.upload("/b.jpg", "two"));
        Entry both = home.upload(home.annas()
                .withQuery("path", "/b.jpg")
                .withQuery("on_conflict", "keep_both")
                .withBody("three".getBytes(StandardCharsets.UTF_8)));
        Entry replaced = home.upload(home.annas()
                .withQuery("path", "/b.jpg")
                .withQuery("on_conflict", "replace")
                .withBody("four".getBytes(StandardCharsets.UTF_8)));

        assertThat(both.name()).isEqualTo("b (2).jpg");
        assertThat(replaced.id()).isEqualTo(first.id());
        assertThat(home.read("/b.jpg")).isEqualTo("four");
        assertThat(home.read("/b (2).jpg")).isEqualTo("three");
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    void of_fifty_uploads_to_one_name_exactly_one_wins() throws Exception {
        long won = together(50, i -> home.upload("/same.txt", "content of " + i)).stream()
                .filter(Optional::isPresent)
                .count();

        assertThat(won).isEqualTo(1);
        assertThat(home.names("/")).containsExactly("same.txt");
        assertThat(home.read("/same.txt")).startsWith("content of ");
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    void fifty_uploads_to_one_name_are_all_kept_when_asked() throws Exception {
        var kept = together(
                50,
                i -> home.upload(home.annas()
                        .withQuery("path", "/new/same.txt")
                        .withQuery("on_conflict", "keep_both")
                        .withBody(("content of " + i).getBytes(StandardCharsets.UTF_8))));

        assertThat(kept).allMatch(Optional::isPresent);
        assertThat(home.names("/new")).hasSize(50);
        var contents = new ArrayList<String>();
        for (String name : home.names("/new")) {
            contents.add(home.read("/new/" + name));
        }
        assertThat(contents)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "content of " + i).toList());
    }

    @Test
    @Tag("LF-08")
    void programs_and_scripts_are_refused_before_anything_shows() throws IOException {
        for (String[] bad : new String[][] {
            {"/run.txt", "#!/bin/sh\nrm -rf /"},
            {"/photo.jpg", "MZ\u0090\u0000\u0003\u0000\u0000\u0000" + "\u0000".repeat(200)},
            {"/lib", "\u007FELF\u0002\u0001\u0001\u0000" + "\u0000".repeat(200)},
            {"/setup.exe", "just text"},
            {"/do.BAT", "echo"},
            {"/pic.jpg", "<html><body><script>alert(1)</script></body></html>"}
        }) {
            refused(
                    ProblemCode.TYPE_NOT_ALLOWED,
                    () -> home.upload(home.annas()
                            .withQuery("path", bad[0])
                            .withBody(bad[1].getBytes(StandardCharsets.ISO_8859_1))));
        }

        assertThat(home.names("/")).isEmpty();
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    @Tag("LF-08")
    void a_file_over_the_limit_is_refused_named_or_not() throws IOException {
        byte[] bytes = new byte[(int) FilesFixture.MAX_FILE + 1];

        refused(
                ProblemCode.TOO_LARGE,
                () -> home.upload(home.annas().withQuery("path", "/big").withBody(bytes)));
        refused(
                ProblemCode.TOO_LARGE,
                () -> home.upload(home.annas()
                        .withQuery("path", "/big")
                        .withBody(new java.io.ByteArrayInputStream(bytes), Optional.empty())));

        assertThat(home.names("/")).isEmpty();
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    void a_length_the_disk_can_not_hold_is_refused_before_a_byte_is_read() {
        var request = home.annas().withQuery("path", "/x").withBody(unreadable(), Optional.of(-5L));

        refused(ProblemCode.BAD_REQUEST, () -> home.upload(request));
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    void when_the_client_goes_away_nothing_is_kept() throws IOException {
        var body = new InputStream() {
            private int left = 300_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 'a';
            }
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        home.upload(home.annas().withQuery("path", "/half").withBody(body, Optional.of(400_000L))));

        assertThat(home.names("/")).isEmpty();
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    void a_body_shorter_than_named_is_refused() throws IOException {
        refused(
                ProblemCode.BAD_REQUEST,
                () -> home.upload(home.annas()
                        .withQuery("path", "/short")
                        .withBody(new java.io.ByteArrayInputStream(new byte[] {'a'}), Optional.of(2L))));

        assertThat(home.names("/")).isEmpty();
    }

    @Test
    void a_digest_is_checked_when_it_is_given() throws Exception {
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));

        home.upload(home.annas()
                .withQuery("path", "/good")
                .withHeader("Content-Digest", "sha-256=:" + digest + ":")
                .withBody(bytes));
        for (String bad : new String[] {"sha-256=:" + digest.replace(digest.charAt(0), '+') + ":", "sha-256=abc"}) {
            refused(
                    ProblemCode.BAD_REQUEST,
                    () -> home.upload(home.annas()
                            .withQuery("path", "/bad")
                            .withHeader("Content-Digest", bad)
                            .withBody(bytes)));
        }

        assertThat(home.names("/")).containsExactly("good");
        assertThat(home.unfinished()).isEmpty();
    }

    @Test
    void what_the_database_does_not_take_is_undone_and_the_old_file_is_back() throws IOException {
        home.upload("/keep.txt", "old");
        home.database.write(tx -> tx.handle().execute("""
                CREATE TRIGGER no_more BEFORE UPDATE ON files BEGIN SELECT RAISE(ABORT, 'full'); END
                """));
        home.database.write(tx -> tx.handle().execute("""
                CREATE TRIGGER no_new BEFORE INSERT ON files WHEN NEW.upload_id IS NOT NULL
                BEGIN SELECT RAISE(ABORT, 'full'); END
                """));

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> home.upload("/new.txt", "new"));
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> home.upload(home.annas()
                        .withQuery("path", "/keep.txt")
                        .withQuery("on_conflict", "replace")
                        .withBody("new".getBytes(StandardCharsets.UTF_8))));

        assertThat(home.names("/")).containsExactly("keep.txt");
        assertThat(home.read("/keep.txt")).isEqualTo("old");
        assertThat(home.unfinished()).isEmpty();
        assertThat(home.audited("FILE_UPLOAD")).isEqualTo(1);
    }

    @Test
    @Tag("LF-10")
    void no_hostile_path_writes_anything() throws IOException {
        List<Path> before = everything();

        for (String path : HostilePaths.all().toList()) {
            refused(ProblemCode.BAD_PATH, () -> home.upload(path, "evil"));
        }

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    @Tag("FT-02")
    void somebody_elses_space_can_not_be_told_from_none() throws IOException {
        var elses = home.request(FilesFixture.benHimself(), home.anna).withQuery("path", "/x");
        var none = home.request(FilesFixture.benHimself(), "no-such-space").withQuery("path", "/x");

        Refused first = catchRefused(() -> home.upload(elses.withBody(new byte[] {'a'})));
        Refused second = catchRefused(() -> home.upload(none.withBody(new byte[] {'a'})));

        assertThat(first.code()).isEqualTo(ProblemCode.NOT_FOUND).isEqualTo(second.code());
        assertThat(first.sentence()).isEqualTo(second.sentence());
    }

    @Test
    void who_may_only_read_uploads_nothing() {
        refused(
                ProblemCode.FORBIDDEN,
                () -> home.upload(home.request(FilesFixture.signedIn("ben", Role.VIEWER), home.ben)
                        .withQuery("path", "/x")
                        .withBody(new byte[] {'a'})));
    }

    private List<Path> everything() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private interface Numbered {
        Entry run(int i) throws Exception;
    }

    private static List<Optional<Entry>> together(int times, Numbered work) throws Exception {
        var start = new CyclicBarrier(times);
        var results = new ArrayList<Optional<Entry>>();
        try (var pool = Executors.newFixedThreadPool(times)) {
            var all = pool.invokeAll(IntStream.range(0, times)
                    .<Callable<Optional<Entry>>>mapToObj(i -> () -> {
                        start.await();
                        try {
                            return Optional.of(work.run(i));
                        } catch (Refused e) {
                            assertThat(e.code()).isEqualTo(ProblemCode.CONFLICT);
                            return Optional.empty();
                        }
                    })
                    .toList());
            for (var one : all) {
                results.add(one.get());
            }
        }
        return results;
    }

    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static InputStream unreadable() {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("nothing should be read");
            }
        };
    }

    private static Refused catchRefused(ThrowingCallable work) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Refused.class, work);
    }

    private static void refused(ProblemCode code, ThrowingCallable work) {
        assertThat(catchRefused(work)).isNotNull().matches(refused -> refused.code() == code);
    }
}
