// SPDX-License-Identifier: Apache-2.0
package app.homekeep.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AssemblyTest {
    @Test
    @Tag("DC-09")
    void the_project_is_laid_out_in_its_modules_and_folders() {
        for (String name : List.of("app-desktop", "app-server", "shared-model", "installer", "icons", "docs")) {
            assertThat(Project.FOLDER.resolve(name)).isDirectory();
        }
        assertThat(Project.FOLDER.resolve("pom.xml")).isRegularFile();
    }

    @Test
    @Tag("DC-08")
    void the_program_is_built_of_the_packages_that_were_asked_for() throws Exception {
        assertThat(names("server"))
                .anyMatch(jar -> jar.startsWith("undertow-core-"))
                .anyMatch(jar -> jar.startsWith("jjwt-impl-"))
                .anyMatch(jar -> jar.startsWith("sqlite-jdbc-"))
                .anyMatch(jar -> jar.startsWith("jdbi3-core-"))
                .anyMatch(jar -> jar.startsWith("bcpkix-"))
                .anyMatch(jar -> jar.startsWith("otp-java-"))
                .anyMatch(jar -> jar.startsWith("logback-classic-"));
        assertThat(names("javafx")).anyMatch(jar -> jar.startsWith("javafx-controls-"));
    }

    @Test
    void the_server_carries_no_window_and_the_panel_no_database() throws Exception {
        assertThat(names("server")).noneMatch(jar -> jar.startsWith("javafx-") || jar.startsWith("app-desktop"));
        assertThat(names("panel"))
                .noneMatch(jar -> jar.startsWith("sqlite-") || jar.startsWith("app-server"))
                .noneMatch(jar -> jar.startsWith("javafx-"));
    }

    @Test
    void only_this_system_s_natives_are_in_it_and_unpacked() throws Exception {
        String ending = Platform.current().library();

        assertThat(names("native")).singleElement().asString().endsWith(ending);
        assertThat(names("javafx"))
                .allMatch(name -> name.endsWith(ending)
                        || name.endsWith(Platform.current().javaFx() + ".jar"))
                .anyMatch(name -> name.endsWith(ending));
    }

    @Test
    void each_system_is_called_as_its_jars_call_it() {
        assertThat(Platform.of("Linux", "amd64")).isEqualTo(new Platform("linux", "Linux/x86_64", ".so"));
        assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(new Platform("mac-aarch64", "Mac/aarch64", ".dylib"));
        assertThat(Platform.of("Windows 11", "amd64")).isEqualTo(new Platform("win", "Windows/x86_64", ".dll"));
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Project.HOME.resolve("lib").resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
