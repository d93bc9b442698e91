// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.Routes;
import app.homekeep.model.space.Entry;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.upload.FilesFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntriesTest {
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
    void folders_come_first_and_pages_follow_each_other_in_every_order() throws IOException {
        for (String name : List.of("b10.txt", "B9.txt", "a.txt", "A.txt")) {
            home.upload("/" + name, "x".repeat(name.length()));
        }
        home.upload("/z/in.txt", "x");

        assertThat(paged("name")).containsExactly("z", "A.txt", "a.txt", "B9.txt", "b10.txt");
        assertThat(paged("-name")).containsExactly("z", "b10.txt", "B9.txt", "a.txt", "A.txt");
        assertThat(paged("size")).containsExactly("z", "A.txt", "a.txt", "B9.txt", "b10.txt");
        assertThat(paged("-size")).containsExactly("z", "b10.txt", "B9.txt", "A.txt", "a.txt");
        assertThat(paged("modified")).hasSize(5);
    }

    @Test
    void what_came_from_outside_gets_an_id_that_stays_until_it_is_gone() throws IOException {
        home.upload("/mine.txt", "x");
        Files.writeString(home.annasFolder().resolve("outside.txt"), "hello");

        List<Entry> first = home.list(home.annas()).items();
        assertThat(home.list(home.annas()).items()).isEqualTo(first);
        assertThat(first).extracting(Entry::type).containsExactly("text/plain", "text/plain");
        Files.delete(home.annasFolder().resolve("outside.txt"));

        assertThat(home.names("/")).containsExactly("mine.txt");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_name_in_parts_is_listed_whole_and_its_twin_is_another_file() throws IOException {
        String whole = Normalizer.normalize("é.txt", Normalizer.Form.NFC);
        String parts = Normalizer.normalize("é.txt", Normalizer.Form.NFD);
        home.upload("/x.txt", "x");
        Files.writeString(home.annasFolder().resolve(parts), "from a mac");

        assertThat(home.names("/")).containsExactly("x.txt", whole);
        assertThat(home.read("/" + parts)).isEqualTo("from a mac");
        Files.writeString(home.annasFolder().resolve(whole), "twin");
        assertThat(home.names("/")).containsExactly("x.txt", whole);
        assertThat(home.read("/" + parts)).isEqualTo("twin");
    }

    @Test
    void names_no_client_can_say_are_left_out() throws IOException {
        home.upload("/👨‍👩‍👧 שלום.txt", "x");
        for (String name : List.of("dot.", "back\\slash", "con", "\u202Egpj.exe", "line\nfeed")) {
            Files.writeString(home.annasFolder().resolve(name), "x");
        }

        assertThat(home.names("/")).containsExactly("👨‍👩‍👧 שלום.txt");
    }

    @Test
    void a_folder_of_a_hundred_thousand_files_gives_its_pages() throws IOException {
        home.upload("/many/0.txt", "x");
        Path many = home.annasFolder().resolve("many");
        for (int i = 1; i < 100_000; i++) {
            Files.createFile(many.resolve(i + ".txt"));
        }

        var first = home.list(home.annas().withQuery("path", "/many"));
        var second =
                home.list(home.annas().withQuery("path", "/many").withQuery("after", String.valueOf(first.next())));

        assertThat(first.items()).hasSize(100).last().extracting(Entry::name).isEqualTo("99.txt");
        assertThat(second.items()).hasSize(100).first().extracting(Entry::name).isEqualTo("100.txt");
        assertThat(rows()).isEqualTo(200);
    }

    @Test
    @Tag("LF-10")
    void bad_parameters_are_refused() {
        for (String[] bad : new String[][] {
            {"sort", "colour"},
            {"sort", ""},
            {"limit", "0"},
            {"limit", "1001"},
            {"limit", "-1"},
            {"limit", "x"},
            {"after", "!"},
            {"after", "YWJj"}
        }) {
            var refused = catchThrowableOfType(
                    Refused.class,
                    () -> home.handler(Routes.ENTRIES).handle(home.annas().withQuery(bad[0], bad[1])));
            assertThat(refused.code()).isEqualTo(ProblemCode.BAD_REQUEST);
        }
    }

    @Test
    void two_accounts_never_share_a_folder() throws IOException {
        Files.createDirectories(home.files.resolve("cleo"));
        Files.writeString(home.files.resolve("cleo/old.txt"), "a former user's");

        String cleo = home.database
                .write(tx -> home.spaces.createPersonal(tx, "user-cleo", "cleo"))
                .id();
        home.upload(home.request(FilesFixture.signedIn("cleo", app.homekeep.model.Role.USER), cleo)
                .withQuery("path", "/new.txt")
                .withBody("x".getBytes(StandardCharsets.UTF_8)));

        assertThat(home.files.resolve("cleo-2/new.txt")).exists();
    }

    private List<String> paged(String sort) throws IOException {
        var names = new ArrayList<String>();
        var request = home.annas().withQuery("sort", sort).withQuery("limit", "2");
        while (true) {
            var page = home.list(request);
            page.items().forEach(entry -> names.add(entry.name()));
            String next = page.next();
            if (next == null) {
                return names;
            }
            request.withQuery("after", next);
        }
    }

    private int rows() {
        return home.database.read(handle -> handle.createQuery("SELECT count(*) FROM files WHERE kind = 'file'")
                .mapTo(Integer.class)
                .one());
    }
}
