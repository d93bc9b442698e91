// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultFoldersTest {
    @Test
    void each_system_has_its_usual_place() {
        assertThat(DefaultFolders.data("Linux", "/home/anna", Map.of()))
                .isEqualTo(Path.of("/home/anna/.local/share/homekeep"));
        assertThat(DefaultFolders.data("Mac OS X", "/Users/anna", Map.of()))
                .isEqualTo(Path.of("/Users/anna/Library/Application Support/Homekeep"));
        assertThat(DefaultFolders.data("Windows 11", "/c/anna", Map.of("LOCALAPPDATA", "/c/anna/Local")))
                .isEqualTo(Path.of("/c/anna/Local/Homekeep"));
    }

    @Test
    void the_environment_can_name_another() {
        assertThat(DefaultFolders.data("Linux", "/home/anna", Map.of("HOMEKEEP_DATA", "/srv/home")))
                .isEqualTo(Path.of("/srv/home"));
        assertThat(DefaultFolders.data("Linux", "/home/anna", Map.of("XDG_DATA_HOME", "/srv/data")))
                .isEqualTo(Path.of("/srv/data/homekeep"));
    }

    @Test
    void a_relative_xdg_folder_is_ignored_as_its_specification_says() {
        assertThat(DefaultFolders.data("Linux", "/home/anna", Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/home/anna/.local/share/homekeep"));
    }
}
