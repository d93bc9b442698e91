// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import static app.homekeep.server.space.SharedHome.ALL;
import static app.homekeep.server.space.SharedHome.LOOK;
import static app.homekeep.server.space.SharedHome.at;
import static app.homekeep.server.space.SharedHome.list;
import static app.homekeep.server.space.SharedHome.member;
import static app.homekeep.server.space.SharedHome.upload;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What ends with a membership, while it is in use.
@Tag("LF-09")
class SharedSpaceEndsTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    /// More than what lies in buffers between server and client.
    private static final long LARGE = 256L * 1024 * 1024;

    private SharedHome home;
    private String space;
    private TestClient anna;

    /// What ends Anna's membership.
    @FunctionalInterface
    interface Cause {
        void happens(SharedHome home, String space);
    }

    static Stream<Arguments> causes() {
        return Stream.of(
                Arguments.of("no member any more", (Cause) (home, space) -> home.members(space, member("vera", LOOK))),
                Arguments.of("the space taken off", (Cause)
                        (home, space) -> home.house.panel.delete("/api/v1/spaces/" + space)));
    }

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        home = new SharedHome(folder);
        space = home.add("Films", member("anna", ALL), member("vera", LOOK));
        anna = home.house.browser("anna");
        try (var file =
                new RandomAccessFile(home.folder("Films").resolve("film").toFile(), "rw")) {
            file.setLength(LARGE);
        }
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Tag("FT-05")
    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void what_ends_a_membership_cuts_what_is_open_in_whatever_way_it_came_in(String name, Cause cause)
            throws Exception {
        Map<String, TestClient> carriers = new LinkedHashMap<>();
        carriers.put("cookie", anna);
        carriers.put("bearer", home.bearer(anna));
        carriers.put("key", home.script("anna", LOOK));
        TestClient vera = home.house.browser("vera");
        Map<String, InputStream> downloads = new LinkedHashMap<>();
        for (var carrier : carriers.entrySet()) {
            downloads.put(carrier.getKey(), begun(carrier.getValue()));
        }

        try (InputStream veras = begun(vera);
                InputStream events = anna.open("/api/v1/events").body();
                SlowUpload upload = SlowUpload.begin(anna, at(space, "upload", "/new.txt"))) {
            cause.happens(home, space);

            for (var download : downloads.entrySet()) {
                assertThat(rest(download.getValue()))
                        .as("the download by %s", download.getKey())
                        .isLessThan(LARGE);
            }
            assertThat(upload.refused()).as("the upload").isTrue();
            assertThat(ends(events)).as("the event stream").contains("spaces_changed", "permissions_changed");
            if (name.startsWith("no member")) {
                assertThat(rest(veras)).as("the download of somebody else").isGreaterThan(LARGE - 4096);
            }
        }
        assertThat(home.folder("Films").resolve("new.txt")).doesNotExist();
        carriers.forEach((carrier, client) -> {
            assertThat(list(client, space, "/").status()).as(carrier).isEqualTo(404);
            assertThat(client.get("/api/v1/spaces").status()).as(carrier).isEqualTo(200);
        });
        assertThat(anna.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void who_may_less_loses_what_is_open_and_who_may_more_does_not() throws Exception {
        try (InputStream download = begun(anna)) {
            home.members(space, member("anna", ALL), member("vera", ALL));
            assertThat(rest(download)).isGreaterThan(LARGE - 4096);
        }
        try (SlowUpload upload = SlowUpload.begin(anna, at(space, "upload", "/new.txt"))) {
            home.members(space, member("anna", LOOK), member("vera", LOOK));
            assertThat(upload.refused()).isTrue();
        }
        assertThat(upload(anna, space, "/new.txt", "x").status()).isEqualTo(403);
        assertThat(home.folder("Films").resolve("new.txt")).doesNotExist();
    }

    @Test
    void only_those_concerned_hear_of_a_space_and_of_what_changes_in_it() throws Exception {
        TestClient adam = home.house.browser("adam");
        var heard = new ArrayList<String>();
        try (InputStream annas = anna.open("/api/v1/events").body();
                InputStream adams = adam.open("/api/v1/events").body()) {
            upload(anna, space, "/a.txt", "a");
            assertThat(until(annas, "files_changed")).contains(space);

            home.members(space, member("anna", ALL), member("adam", LOOK));

            heard.add(until(adams, "spaces_changed"));
        }
        assertThat(heard.getFirst()).doesNotContain("files_changed");
    }

    @Test
    void a_space_and_its_members_outlast_a_restart_and_a_lost_mark_is_made_again() throws Exception {
        Path hidden = home.folder("Films").resolve(".homekeep");
        Files.delete(hidden.resolve("space"));
        Files.writeString(hidden.resolve("x.part"), "half");
        assertThat(list(anna, space, "/").status()).isEqualTo(200);

        home.house.server.restart();

        TestClient again = home.house.server.moved(anna);
        assertThat(list(again, space, "/").items()).hasSize(1);
        assertThat(hidden.resolve("space")).hasContent(space);
        assertThat(hidden.resolve("x.part")).doesNotExist();
    }

    private InputStream begun(TestClient client) throws Exception {
        InputStream body = client.open(at(space, "content", "/film")).body();
        assertThat(body.read()).isZero();
        return body;
    }

    /// How much of a body comes yet, until it ends or breaks.
    private static long rest(InputStream body) {
        long count = 0;
        byte[] buffer = new byte[64 * 1024];
        try (body) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                count += read;
            }
        } catch (IOException cut) {
            // The connection may be broken as well as ended.
        }
        return count;
    }

    /// All that an event stream says until it ends.
    private static String ends(InputStream events) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    var text = new StringBuilder();
                    try {
                        for (int next = events.read(); next >= 0; next = events.read()) {
                            text.append((char) next);
                        }
                    } catch (IOException cut) {
                        // The connection may be broken as well as ended.
                    }
                    return text.toString();
                })
                .get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What an event stream says until it has told of something.
    private static String until(InputStream events, String word) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    var text = new StringBuilder();
                    try {
                        while (!text.toString().contains(word)
                                || !text.toString().endsWith("\n\n")) {
                            text.append((char) events.read());
                        }
                    } catch (IOException cut) {
                        throw new UncheckedIOException(cut);
                    }
                    return text.toString();
                })
                .get(SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// An upload that has begun and isn't at its end.
    private record SlowUpload(PipedOutputStream body, CompletableFuture<Integer> answer) implements AutoCloseable {
        static SlowUpload begin(TestClient client, String path) throws IOException {
            var body = new PipedOutputStream();
            var source = new PipedInputStream(body);
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    Answered answered = client.twin().send("POST", path, BodyPublishers.ofInputStream(() -> source));
                    return answered.status();
                } catch (UncheckedIOException broken) {
                    return 0;
                }
            });
            body.write("the beginning of it".getBytes(StandardCharsets.UTF_8));
            body.flush();
            return new SlowUpload(body, answer);
        }

        /// Sends the rest, and says whether all of it was in vain.
        boolean refused() throws Exception {
            try {
                body.write(" and the end".getBytes(StandardCharsets.UTF_8));
                body.close();
            } catch (IOException gone) {
                // The other side reads no more.
            }
            return List.of(0, 403, 404).contains(answer.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
