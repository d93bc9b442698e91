// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemPortsTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void a_web_page_is_opened() {
        new SystemBrowser(shown::add).open(URI.create("http://localhost:8080/"));

        assertThat(shown).containsExactly("http://localhost:8080/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "/relative", "smb://somewhere/x.exe"})
    void anything_else_is_not(String address) {
        assertThatThrownBy(() -> new SystemBrowser(shown::add).open(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(shown).isEmpty();
    }

    @Test
    void a_folder_dialog_begins_in_the_nearest_folder_that_exists(@TempDir Path folder) {
        assertThat(DialogFilePicker.existing(folder.resolve("missing/deeper"))).contains(folder);
        assertThat(DialogFilePicker.existing(folder)).contains(folder);
    }
}
