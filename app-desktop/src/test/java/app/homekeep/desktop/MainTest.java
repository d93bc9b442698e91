// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void linux_needs_a_display() {
        assertThat(Main.hasScreen("Linux", Map.of(), "")).isFalse();
        assertThat(Main.hasScreen("Linux", Map.of("DISPLAY", ""), "")).isFalse();
        assertThat(Main.hasScreen("Linux", Map.of("DISPLAY", ":0"), "")).isTrue();
        assertThat(Main.hasScreen("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), ""))
                .isTrue();
        assertThat(Main.hasScreen("Windows 11", Map.of(), "")).isTrue();
    }

    @Test
    void the_data_folder_is_what_the_owner_says() {
        assertThat(DataFolder.from(List.of("--data", "/srv/home"))).isEqualTo(Path.of("/srv/home"));
        assertThat(DataFolder.from(List.of("--data=/srv/home"))).isEqualTo(Path.of("/srv/home"));
    }

    @Test
    void otherwise_it_is_the_systems_usual_place() {
        assertThat(DataFolder.usual("Linux", "/home/m", Map.of())).isEqualTo(Path.of("/home/m/.local/share/homekeep"));
        assertThat(DataFolder.usual("Linux", "/home/m", Map.of("XDG_DATA_HOME", "/x")))
                .isEqualTo(Path.of("/x/homekeep"));
        assertThat(DataFolder.usual("Mac OS X", "/Users/m", Map.of()))
                .isEqualTo(Path.of("/Users/m/Library/Application Support/Homekeep"));
        assertThat(DataFolder.usual("Linux", "/home/m", Map.of("HOMEKEEP_DATA", "/d")))
                .isEqualTo(Path.of("/d"));
    }
}
