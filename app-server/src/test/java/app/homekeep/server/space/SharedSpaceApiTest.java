// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import static app.homekeep.server.space.SharedHome.ADD;
import static app.homekeep.server.space.SharedHome.ALL;
import static app.homekeep.server.space.SharedHome.LOOK;
import static app.homekeep.server.space.SharedHome.list;
import static app.homekeep.server.space.SharedHome.member;
import static app.homekeep.server.space.SharedHome.read;
import static app.homekeep.server.space.SharedHome.rights;
import static app.homekeep.server.space.SharedHome.shared;
import static app.homekeep.server.space.SharedHome.upload;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.Parallel;
import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shared spaces over HTTP, each test with a space of its own.
class SharedSpaceApiTest {
    @TempDir
    static Path folder = Path.of("");

    private static SharedHome home;
    private static TestClient anna;
    private static TestClient vera;

    @BeforeAll
    static void start() {
        home = new SharedHome(folder);
        anna = home.house.browser("anna");
        vera = home.house.browser("vera");
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    @Test
    @Tag("LF-09")
    void a_folder_of_the_owner_s_is_served_to_its_members_as_it_is() throws IOException {
        Files.writeString(home.folder("Photos").resolve("beach.txt"), "waves");

        String photos = home.add("Photos", member("anna", ALL));

        assertThat(shared(anna)).contains("Photos");
        assertThat(anna.get("/api/v1/spaces").items().getFirst().get("kind")).isEqualTo("personal");
        assertThat(list(anna, photos, "/").items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("name")).isEqualTo("beach.txt"));
        assertThat(read(anna, photos, "/beach.txt").text()).isEqualTo("waves");
        assertThat(upload(anna, photos, "/2024/hill.txt", "green").status()).isEqualTo(201);
        assertThat(home.folder("Photos").resolve("2024/hill.txt")).hasContent("green");
        assertThat(home.house.audited("SPACE_CREATE")).contains("Photos", "anna may file:read");
    }

    @Test
    @Tag("LF-09")
    void the_owner_is_a_member_like_everybody_else() {
        String garden = home.add("Garden", member("anna", LOOK));
        TestClient olga = home.house.browser("olga");

        assertThat(shared(olga)).doesNotContain("Garden");
        assertThat(list(olga, garden, "/").status()).isEqualTo(404);
        assertThat(list(home.house.panel, garden, "/").status()).isEqualTo(404);

        home.members(garden, member("olga", ADD));

        assertThat(shared(olga)).contains("Garden");
        assertThat(upload(home.house.panel, garden, "/a.txt", "a").status()).isEqualTo(201);
    }

    @Test
    @Tag("FT-02")
    void whoever_looks_at_an_old_list_lets_nobody_in_again() {
        String wardrobe = home.add("Wardrobe", member("anna", LOOK), member("vera", LOOK));
        String path = "/api/v1/spaces/" + wardrobe;
        home.members(wardrobe, member("vera", LOOK));

        Answered old = home.house.panel.patch(
                path,
                "{\"members\":[%s,%s],\"was\":[%s,%s]}"
                        .formatted(
                                member("anna", LOOK), member("vera", ADD), member("anna", LOOK), member("vera", LOOK)));
        Answered current = home.house.panel.patch(
                path, "{\"members\":[%s],\"was\":[%s]}".formatted(member("vera", ADD), member("vera", LOOK)));

        assertThat(old.at("code")).isEqualTo("conflict");
        assertThat(current.status()).isEqualTo(200);
        assertThat(shared(anna)).doesNotContain("Wardrobe");
    }

    /// Every right a member may have, every way to come in, every route on what lies in a space.
    @Test
    @Tag("LF-09")
    @Tag("FO-11")
    @Tag("FT-02")
    void a_member_may_what_membership_role_and_key_all_allow() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("none", "");
        all.put("look", LOOK);
        all.put("add", ADD);
        all.put("all", ALL);
        Map<String, TestClient> carriers = new LinkedHashMap<>();
        carriers.put("cookie", anna);
        carriers.put("bearer", home.bearer(anna));
        carriers.put("key", home.script("anna", ALL));
        carriers.put("key that may read", home.script("anna", LOOK));
        carriers.put("viewer", vera);
        var soft = new SoftAssertions();

        all.forEach((name, rights) -> {
            String[] members = rights.isEmpty()
                    ? new String[] {member("olga", ALL)}
                    : new String[] {member("olga", ALL), member("anna", rights), member("vera", rights)};
            String space = home.add("Matrix " + name, members);
            upload(home.house.panel, space, "/there.txt", "there");
            carriers.forEach((carrier, client) -> {
                boolean reader = carrier.equals("viewer") || carrier.endsWith("read");
                boolean in = !rights.isEmpty();
                boolean adds = in && !reader && !name.equals("look");
                boolean replaces = in && !reader && name.equals("all");
                String as = carrier + " with " + name;
                int refused = in ? 403 : 404;

                soft.assertThat(rights(client, space))
                        .as(as)
                        .hasSize(!in ? 0 : reader || name.equals("look") ? 1 : name.equals("add") ? 2 : 4);
                soft.assertThat(list(client, space, "/").status()).as(as).isEqualTo(in ? 200 : 404);
                soft.assertThat(read(client, space, "/there.txt").status())
                        .as(as)
                        .isEqualTo(in ? 200 : 404);
                soft.assertThat(upload(client, space, "/" + carrier + ".txt", "x")
                                .status())
                        .as(as + " adds")
                        // A route that a viewer or a key may nowhere use says so before it looks for the space.
                        .isEqualTo(adds ? 201 : reader ? 403 : refused);
                soft.assertThat(upload(client, space, "/there.txt", "there", "replace")
                                .status())
                        .as(as + " replaces")
                        .isEqualTo(replaces ? 201 : reader ? 403 : refused);
            });
        });
        soft.assertAll();
    }

    @Test
    @Tag("LF-07")
    void nobody_gets_anything_of_a_space_without_a_session_or_a_key() {
        String porch = home.add("Porch", member("anna", ALL));
        upload(anna, porch, "/a.txt", "a");
        TestClient nobody = home.house.server.browser().always("X-Requested-With", "test");

        for (Answered answer : List.of(
                nobody.get("/api/v1/spaces"),
                list(nobody, porch, "/"),
                read(nobody, porch, "/a.txt"),
                upload(nobody, porch, "/b.txt", "b"))) {
            assertThat(answer.status()).isEqualTo(401);
        }
    }

    @Test
    @Tag("LF-09")
    void a_space_of_others_is_answered_like_one_that_never_was() {
        String secret = home.add("Secret", member("olga", ALL));
        upload(home.house.panel, secret, "/plan.txt", "plan");
        String never = "0192f0c1-2a3b-7c4d-8e5f-001122334455";

        for (String path : List.of("/", "/plan.txt", "/none")) {
            assertThat(told(list(anna, secret, path))).isEqualTo(told(list(anna, never, path)));
            assertThat(told(read(anna, secret, path))).isEqualTo(told(read(anna, never, path)));
            assertThat(told(upload(anna, secret, path + "x", "x")))
                    .isEqualTo(told(upload(anna, never, path + "x", "x")));
        }
        assertThat(list(anna, secret, "/").status()).isEqualTo(404);
    }

    @Test
    @Tag("LF-09")
    void only_the_machine_adds_and_takes_off_and_only_it_sees_where_folders_lie() {
        String tools = home.add("Tools", member("anna", LOOK));
        TestClient admin = home.house.managing("adam");
        String at = "/api/v1/spaces/" + tools;
        String mine = "{\"name\":\"Mine\",\"folder\":\"%s\"}".formatted(home.folder("Mine"));

        assertThat(admin.post("/api/v1/spaces", mine).status()).isEqualTo(404);
        assertThat(admin.delete(at).status()).isEqualTo(404);
        assertThat(anna.get(at).status()).isEqualTo(403);
        assertThat(anna.get("/api/v1/spaces?all=true").status()).isEqualTo(403);
        assertThat(admin.get(at).at("folder")).isEqualTo("Tools");
        assertThat(home.house.panel.get(at).at("folder"))
                .isEqualTo(home.folder("Tools").toString());
        assertThat(admin.get("/api/v1/spaces?all=true").text()).doesNotContain(folder.toString());
        assertThat(admin.patch(at, "{\"members\":[" + member("vera", LOOK) + "]}")
                        .at("folder"))
                .isEqualTo("Tools");
        assertThat(home.house.audited("SPACE_UPDATE")).contains("vera may file:read, without anna");
        assertThat(admin.get("/api/v1/audit?event=SPACE_CREATE").text()).doesNotContain(folder.toString());
    }

    @Test
    @Tag("LF-09")
    void taking_a_space_off_leaves_the_files_and_a_new_one_may_be_made_of_them() throws IOException {
        String films = home.add("Films", member("anna", ALL));
        upload(anna, films, "/a.txt", "a");

        assertThat(home.house.panel.delete("/api/v1/spaces/" + films).status()).isEqualTo(204);

        assertThat(shared(anna)).doesNotContain("Films");
        assertThat(list(anna, films, "/").status()).isEqualTo(404);
        assertThat(home.folder("Films").resolve("a.txt")).hasContent("a");
        assertThat(home.house.panel.delete("/api/v1/spaces/" + films).status()).isEqualTo(404);
        assertThat(home.house.audited("SPACE_REMOVE")).contains("Films");
        String again = home.add("Films", member("anna", LOOK));
        assertThat(read(anna, again, "/a.txt").text()).isEqualTo("a");
    }

    @Test
    @Tag("LF-09")
    void bad_input_is_told_and_changes_nothing() {
        String shed = home.add("Shed", member("anna", LOOK));
        Path other = home.folder("Other");
        String at = "/api/v1/spaces/" + shed;

        assertThat(home.tryAdd("shed", other).status()).as("the same name").isEqualTo(409);
        assertThat(home.tryAdd("Copy", home.folder("Shed")).at("fields.folder").toString())
                .contains("another space already");
        assertThat(home.tryAdd("a/b", other).at("fields.name").toString()).contains("slash");
        assertThat(home.tryAdd("Other", other, member("nobody", LOOK))
                        .at("fields.members")
                        .toString())
                .contains("There is no account nobody.");
        assertThat(home.tryAdd("Other", other, member("anna", LOOK), member("ANNA", ALL))
                        .at("fields.members")
                        .toString())
                .contains("twice");
        for (String bad : List.of(
                "{\"members\":[" + member("anna", "\"file:upload\"") + "]}",
                "{\"members\":[" + member("anna", "") + "]}",
                "{\"members\":[" + member("anna", "\"user:manage\",\"file:read\"") + "]}",
                "{\"members\":[{\"user\":\"anna\"}]}",
                "{\"members\":[null]}",
                "{\"members\":\"anna\"}",
                "{\"folder\":\"/tmp\"}",
                "{\"name\":\"\u202Egpj\"}")) {
            assertThat(home.house.panel.patch(at, bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(home.house.panel.get(at).text()).contains("\"Shed\"", "\"anna\"");
        assertThat(other.resolve(".homekeep/space")).doesNotExist();
        assertThat(rights(anna, shed)).containsExactly("file:read");
    }

    @Test
    @Tag("FT-02")
    void no_path_leads_out_of_a_shared_space() throws IOException {
        String cellar = home.add("Cellar", member("anna", ALL));
        Path root = home.folder("Cellar");
        Path beside = home.folder("Cellar2");
        Files.writeString(beside.resolve("canary"), "tweet");
        Files.createSymbolicLink(root.resolve("out"), beside);
        Files.createSymbolicLink(root.resolve("file"), beside.resolve("canary"));
        Files.createSymbolicLink(root.resolve("dangling"), beside.resolve("new.txt"));

        // Half a surrogate pair can't be sent at all.
        for (String path : HostilePaths.all()
                .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)
                .toList()) {
            for (Answered answer : List.of(
                    list(anna, cellar, path), read(anna, cellar, path), upload(anna, cellar, path, "x", "replace"))) {
                assertThat(answer.status()).as(path).isIn(400, 404);
                assertThat(answer.text()).doesNotContain("tweet");
            }
        }
        for (String path : List.of("/out/canary", "/file", "/.homekeep/space", "/dangling", "/../Cellar2/canary")) {
            assertThat(read(anna, cellar, path).status()).as(path).isIn(400, 404);
            assertThat(upload(anna, cellar, path, "x", "replace").status())
                    .as(path)
                    .isIn(400, 404, 409);
        }
        assertThat(beside.resolve("canary")).hasContent("tweet");
        assertThat(beside.resolve("new.txt")).doesNotExist();
        assertThat(list(anna, cellar, "/").text()).doesNotContain("homekeep");
    }

    @Test
    @Tag("FT-02")
    void another_folder_in_the_place_of_a_space_is_not_served() throws IOException {
        String attic = home.add("Attic", member("anna", ALL));
        upload(anna, attic, "/a.txt", "a");
        Path root = home.folder("Attic");
        Path away = root.resolveSibling("Attic-away");
        Path trap = home.folder("Trap");
        Files.writeString(trap.resolve("a.txt"), "trap");

        Files.move(root, away);
        assertUnavailable(attic);
        Files.createSymbolicLink(root, trap);
        assertUnavailable(attic);
        Files.delete(root);
        Files.createSymbolicLink(root, away);
        assertUnavailable(attic);
        Files.delete(root);
        Files.createDirectory(root);
        assertUnavailable(attic);
        Files.delete(root);
        assertThat(trap.resolve("x.txt")).doesNotExist();

        Files.move(away, root);
        assertThat(read(anna, attic, "/a.txt").text()).isEqualTo("a");
        assertThat(home.house.panel.get("/api/v1/spaces/" + attic).at("available"))
                .isEqualTo("true");
    }

    @Test
    @Tag("LF-09")
    void a_folder_that_was_copied_back_is_known_again() throws IOException {
        String barn = home.add("Barn", member("anna", ALL));
        upload(anna, barn, "/a.txt", "a");
        Path root = home.folder("Barn");
        Path old = root.resolveSibling("Barn-old");

        Files.move(root, old);
        Files.createDirectories(root.resolve(".homekeep"));
        Files.copy(old.resolve("a.txt"), root.resolve("a.txt"));
        Files.copy(old.resolve(".homekeep/space"), root.resolve(".homekeep/space"));
        assertThat(read(anna, barn, "/a.txt").text()).isEqualTo("a");
    }

    @Test
    void two_who_bring_the_same_name_in_the_same_moment_lose_nothing() throws IOException {
        String party = home.add("Party", member("anna", ALL), member("adam", ADD));
        TestClient adam = home.house.browser("adam");
        var clients = List.of(anna, adam);
        var next = new AtomicInteger();

        List<Integer> both = Parallel.times(
                2,
                () -> upload(clients.get(next.getAndIncrement() % 2), party, "/cake.txt", "x", "keep_both")
                        .status());
        List<Integer> one = Parallel.times(
                2,
                () -> upload(clients.get(next.getAndIncrement() % 2), party, "/song.txt", "x", "refuse")
                        .status());

        assertThat(both).containsExactly(201, 201);
        assertThat(one).containsExactlyInAnyOrder(201, 409);
        assertThat(names(party)).containsExactlyInAnyOrder("cake.txt", "cake (2).txt", "song.txt");
    }

    @Test
    void two_who_add_one_folder_in_the_same_moment_make_one_space_of_it() {
        Path root = home.folder("Once");
        var next = new AtomicInteger();

        List<Integer> answers = Parallel.times(
                4,
                () -> home.tryAdd("Once " + next.getAndIncrement(), root, member("anna", LOOK))
                        .status());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 400).hasSize(3);
    }

    @Test
    @Tag("LF-09")
    void a_deleted_account_is_no_member_any_more() {
        home.house.server.addUser("gus", "user");
        String pond = home.add("Pond", member("gus", ALL), member("anna", LOOK));

        assertThat(home.house.panel.delete(home.house.path("gus")).status()).isEqualTo(204);

        assertThat(home.house.panel.get("/api/v1/spaces/" + pond).text()).doesNotContain("gus");
        assertThat(home.house.number("SELECT count(*) FROM space_members WHERE space_id = '" + pond + "'"))
                .isEqualTo(1);
    }

    @Test
    @Tag("LF-09")
    void a_page_of_all_spaces_has_the_shared_ones_first_and_comes_to_an_end() {
        home.add("Zoo");
        home.add("Arboretum");
        var kinds = new ArrayList<String>();
        String after = "";
        do {
            Answered page = home.house.panel.get("/api/v1/spaces?all=true&limit=2" + after);
            page.items().forEach(space -> kinds.add(String.valueOf(space.get("kind"))));
            Object next = page.json().get("next");
            after = next == null ? "" : "&after=" + next;
        } while (!after.isEmpty());

        assertThat(kinds).startsWith("shared", "shared").endsWith("personal");
        assertThat(kinds)
                .filteredOn("personal"::equals)
                .hasSize(home.house.users().size());
    }

    private static void assertUnavailable(String space) {
        for (Answered answer :
                List.of(list(anna, space, "/"), read(anna, space, "/a.txt"), upload(anna, space, "/x.txt", "x"))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.at("code")).isEqualTo("space_unavailable");
        }
        assertThat(home.house.panel.get("/api/v1/spaces/" + space).at("available"))
                .isEqualTo("false");
    }

    private static List<String> names(String space) {
        return list(anna, space, "/").items().stream()
                .map(entry -> String.valueOf(Objects.requireNonNull(entry.get("name"))))
                .toList();
    }

    /// What an answer says, but for its own number.
    private static String told(Answered answer) {
        return answer.status() + answer.text().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
