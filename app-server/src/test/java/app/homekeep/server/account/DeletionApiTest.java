// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DeletionApiTest {
    private Household home;
    private Path outside;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        home = new Household(folder);
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious.txt"), "not yours");
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    @Tag("DC-02")
    void a_deleted_account_is_gone_with_all_that_points_to_it() {
        TestClient anna = home.browser("anna");
        upload(anna, "/Holiday/beach.jpg", "sand");
        String id = home.id("anna");

        assertThat(home.panel.delete(home.path("anna")).status()).isEqualTo(204);

        assertThat(anna.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(home.server
                        .browser()
                        .signIn("anna", TestServer.USER_PASSWORD)
                        .at("code"))
                .isEqualTo("bad_credentials");
        assertThat(home.panel.get("/api/v1/users/" + id).status()).isEqualTo(404);
        assertThat(home.number("SELECT count(*) FROM sessions WHERE account_id = '" + id + "'"))
                .isZero();
        assertThat(home.number("SELECT count(*) FROM spaces WHERE owner_id = '" + id + "'"))
                .isZero();
        assertThat(home.text("PRAGMA foreign_key_check")).isEmpty();
        assertThat(home.audited("USER_DELETE")).contains("anna").contains("stay in the folder anna");
    }

    @Test
    void files_that_are_kept_are_never_handed_to_a_new_account_of_the_same_name() {
        upload(home.browser("anna"), "/diary.txt", "dear diary");
        home.panel.delete(home.path("anna"));

        home.server.addUser("anna", "user");
        TestClient other = home.browser("anna");

        assertThat(entries(other)).isEmpty();
        upload(other, "/mine.txt", "mine");
        assertThat(home.server.files().resolve("anna/diary.txt")).hasContent("dear diary");
        assertThat(home.server.files().resolve("anna/mine.txt")).doesNotExist();
        assertThat(home.server.files().resolve("anna-2/mine.txt")).hasContent("mine");
    }

    @Test
    @Tag("DC-02")
    void files_that_are_moved_become_a_folder_of_the_owners() {
        upload(home.browser("anna"), "/Holiday/beach.jpg", "sand");
        home.panel.delete(home.path("anna") + "?files=move");
        home.server.addUser("anna", "user");
        upload(home.browser("anna"), "/second.txt", "two");
        home.panel.delete(home.path("anna") + "?files=move");

        TestClient olga = home.browser("olga");
        assertThat(entries(olga)).contains("From anna", "From anna (2)");
        assertThat(home.server.files().resolve("olga/From anna/Holiday/beach.jpg"))
                .hasContent("sand");
        assertThat(home.server.files().resolve("olga/From anna (2)/second.txt")).hasContent("two");
        assertThat(home.server.files().resolve("anna")).doesNotExist();
        assertThat(home.server.files().resolve("olga/From anna/.homekeep")).doesNotExist();
        assertThat(home.number("SELECT count(*) FROM departures")).isZero();
    }

    @Test
    @Tag("DC-02")
    void files_that_are_removed_are_gone_and_links_are_not_followed() throws IOException {
        upload(home.browser("anna"), "/a/b/c/deep.txt", "deep");
        Path annas = home.server.files().resolve("anna");
        Files.createSymbolicLink(annas.resolve("link"), outside);
        Files.createSymbolicLink(annas.resolve("a/b/link"), outside);
        Files.createSymbolicLink(annas.resolve("a/dangling"), outside.resolve("nothing"));

        assertThat(home.panel.delete(home.path("anna") + "?files=remove").status())
                .isEqualTo(204);

        assertThat(annas).doesNotExist();
        assertThat(outside.resolve("precious.txt")).hasContent("not yours");
        assertThat(home.number("SELECT count(*) FROM departures")).isZero();
    }

    @Test
    void a_tree_that_is_deeper_than_one_can_open_is_removed_all_the_same() throws IOException {
        upload(home.browser("anna"), "/top.txt", "top");
        Path deep = home.server.files().resolve("anna");
        for (int i = 0; i < 1200; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);

        assertThat(home.panel.delete(home.path("anna") + "?files=remove").status())
                .isEqualTo(204);

        assertThat(home.server.files().resolve("anna")).doesNotExist();
    }

    @Test
    void what_a_crash_left_to_be_done_on_the_disk_is_done_at_the_next_start() {
        upload(home.browser("anna"), "/diary.txt", "dear diary");
        upload(home.browser("adam"), "/list.txt", "eggs");
        home.panel.delete(home.path("anna"));
        home.panel.delete(home.path("adam"));
        // As the transactions of a move and a removal leave it, had the power gone right after them.
        note("1", "anna", "move");
        note("2", "adam", "remove");
        note("3", "nobody", "move");

        home.server.restart();

        assertThat(home.server.files().resolve("olga/From anna/diary.txt")).hasContent("dear diary");
        assertThat(home.server.files().resolve("adam")).doesNotExist();
        assertThat(home.number("SELECT count(*) FROM departures")).isZero();
        home.server.restart();
        assertThat(home.server.files().resolve("olga/From anna (2)")).doesNotExist();
    }

    @Test
    void a_folder_that_is_still_to_be_dealt_with_is_nobody_elses() {
        note("1", "ben", "remove");

        home.server.addUser("ben", "user");

        assertThat(home.text("SELECT folder FROM spaces WHERE name = 'ben'")).isEqualTo("ben-2\n");
    }

    @Test
    @Timeout(60)
    void a_download_that_runs_is_cut_before_the_files_go() throws Exception {
        TestClient anna = home.browser("anna");
        upload(anna, "/small.txt", "small");
        long size = 256L * 1024 * 1024;
        try (var big =
                new RandomAccessFile(home.server.files().resolve("anna/big.bin").toFile(), "rw")) {
            big.setLength(size);
        }
        try (InputStream download = anna.open("/api/v1/spaces/" + space(anna) + "/content?path=/big.bin")
                .body()) {
            assertThat(download.readNBytes(1000)).hasSize(1000);

            home.panel.delete(home.path("anna") + "?files=move");

            assertThatThrownBy(download::readAllBytes).isInstanceOf(IOException.class);
        }
        assertThat(home.server.files().resolve("olga/From anna/big.bin")).hasSize(size);
    }

    @Test
    void a_word_that_is_no_fate_deletes_nothing() {
        assertThat(home.panel.delete(home.path("anna") + "?files=burn").status())
                .isEqualTo(400);
        assertThat(home.users()).hasSize(5);
    }

    @Test
    @Tag("LN-12")
    void one_deletes_ones_own_account_after_showing_the_password_again() {
        TestClient shy = home.browser("anna");
        assertThat(shy.delete("/api/v1/account").at("code")).isEqualTo("step_up_required");
        TestClient anna = home.managing("anna");

        Answered gone = anna.delete("/api/v1/account");

        assertThat(gone.status()).isEqualTo(204);
        assertThat(anna.cookies()).doesNotContainKeys("homekeep", "homekeep_refresh");
        assertThat(shy.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(home.users()).hasSize(4);
        assertThat(home.audited("USER_DELETE")).contains("\"actor\":\"anna\"");
    }

    @Test
    @Tag("LN-12")
    void the_owner_chooses_what_becomes_of_the_files_of_those_who_go() {
        upload(home.browser("anna"), "/diary.txt", "dear diary");
        home.panel.patch("/api/v1/settings", "{\"own_deletion_files\":\"remove\"}");

        home.managing("anna").delete("/api/v1/account");

        assertThat(home.server.files().resolve("anna")).doesNotExist();
        assertThat(home.panel
                        .patch("/api/v1/settings", "{\"own_deletion_files\":\"burn\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Tag("LN-12")
    void the_owner_can_not_go() {
        TestClient olga = home.managing("olga");

        assertThat(olga.delete("/api/v1/account").at("code")).isEqualTo("forbidden");
        assertThat(home.panel.delete("/api/v1/account").status()).isEqualTo(401);
        assertThat(olga.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    private void note(String id, String folder, String fate) {
        home.execute(
                "INSERT INTO departures (id, folder, folder_key, username, fate, created_at) VALUES ('%s', '%s', '%s', '%s', '%s', 1)"
                        .formatted(id, folder, folder, folder, fate));
    }

    private static List<Object> entries(TestClient who) {
        return who.get("/api/v1/spaces/" + space(who) + "/entries").items().stream()
                .map(entry -> (Object) String.valueOf(entry.get("name")))
                .toList();
    }

    private static Object space(TestClient who) {
        return String.valueOf(who.get("/api/v1/spaces").items().getFirst().get("id"));
    }

    private static void upload(TestClient who, String path, String content) {
        Answered answer = who.send(
                "POST",
                "/api/v1/spaces/" + space(who) + "/upload?path=" + path,
                BodyPublishers.ofByteArray(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(201);
    }
}
