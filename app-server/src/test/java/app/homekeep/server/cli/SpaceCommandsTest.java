// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands about shared spaces, on a server that runs.
@Tag("LF-09")
class SpaceCommandsTest {
    private TestServer server;
    private Console console;
    private Path photos;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = TestServer.start(folder);
        console = Console.beside(server);
        photos = Files.createDirectories(folder.toRealPath().resolve("Photos"));
        server.addUser("anna", "user");
        server.addUser("ben", "user");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        console.close();
    }

    @Test
    void a_space_is_added_listed_and_taken_off() throws IOException {
        Files.writeString(photos.resolve("a.txt"), "a");

        assertThat(add("--member", "anna:add", "--member", "ben:look", "--member", "olga"))
                .as(console.err())
                .isZero();
        assertThat(console.out()).contains("Photos", photos.toString());
        assertThat(console.run("", "space", "list")).isZero();
        assertThat(console.out()).contains("anna:add ben:look olga:all", "shared", "personal");
        assertThat(console.run("", "space", "list", "--json")).isZero();
        assertThat(console.out()).contains("\"items\":[{", "\"available\":true", "\"next\":null");

        assertThat(console.run("", "space", "remove", "photos")).isZero();
        assertThat(console.out()).contains("still in " + photos);
        assertThat(photos.resolve("a.txt")).hasContent("a");
        console.run("", "space", "list");
        assertThat(console.out()).doesNotContain("Photos");
    }

    @Test
    void what_is_wrong_is_told() {
        assertThat(add("--member", "anna:everything")).isEqualTo(2);
        assertThat(console.err()).contains("use NAME:look, NAME:add or NAME:all");
        assertThat(add("--member", "carl")).isEqualTo(1);
        assertThat(console.err()).contains("There is no account carl.");
        assertThat(console.run("", "space", "add", "--name", "All", "--folder", "/"))
                .isEqualTo(1);
        assertThat(console.err()).contains("This is a whole disk.");
        assertThat(console.run("", "space", "remove", "Photos")).isEqualTo(1);
        assertThat(console.err()).contains("There is no shared space of that name: Photos");
        assertThat(add()).isZero();
        assertThat(console.err()).contains("Nobody may use it yet");
    }

    @Test
    @Tag("DC-02")
    void an_invite_brings_spaces_along() {
        add();

        assertThat(console.run("", "invite", "create", "--name", "Carl", "--space", "Photos:look"))
                .as(console.err())
                .isZero();

        console.run("", "invite", "list");
        assertThat(console.out()).contains("Carl", "Photos");
        assertThat(console.run("", "invite", "create", "--space", "Music")).isEqualTo(1);
        assertThat(console.err()).contains("There is no shared space of that name: Music");
    }

    private int add(String... more) {
        String[] words = new String[more.length + 6];
        System.arraycopy(
                new String[] {"space", "add", "--name", "Photos", "--folder", photos.toString()}, 0, words, 0, 6);
        System.arraycopy(more, 0, words, 6, more.length);
        return console.run("", words);
    }
}
