// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePreferencesTest {
    @TempDir
    private Path data;

    @Test
    void what_was_put_is_there_for_the_next_panel() {
        new FilePreferences(data).put("language", "Größe = ä:#!");

        assertThat(new FilePreferences(data).get("language")).contains("Größe = ä:#!");
        assertThat(data).isDirectoryContaining("glob:**panel.properties").isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void what_was_never_put_is_not_there() {
        assertThat(new FilePreferences(data).get("language")).isEmpty();
    }

    @Test
    void a_broken_file_is_no_reason_not_to_start() throws IOException {
        Files.write(data.resolve("panel.properties"), new byte[] {(byte) 0xff, '\\', 'u', '0', 'z'});

        assertThat(new FilePreferences(data).get("language")).isEmpty();
    }

    @Test
    void a_folder_that_can_not_be_written_is_no_reason_to_fail() throws IOException {
        Path file = Files.createFile(data.resolve("file"));
        var preferences = new FilePreferences(file.resolve("below"));

        preferences.put("look", "dark");

        assertThat(preferences.get("look")).contains("dark");
    }
}
