// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.control.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {
    @TempDir
    private Path folder;

    @Test
    void the_line_names_the_local_door_and_the_lan_door_where_there_is_one() {
        assertThat(Serving.ready(runFile("https://homekeep-abcdef.local:8443")))
                .isEqualTo("ready local=http://localhost:8080 lan=https://homekeep-abcdef.local:8443");
        assertThat(Serving.ready(runFile(null))).isEqualTo("ready local=http://localhost:8080");
    }

    @Test
    void a_home_is_empty_when_nothing_is_there_or_nothing_in_it() throws Exception {
        assertThat(Serving.isEmpty(folder.resolve("nowhere"))).isTrue();
        assertThat(Serving.isEmpty(folder)).isTrue();

        Path file = Files.createFile(folder.resolve("something"));

        assertThat(Serving.isEmpty(folder)).isFalse();
        assertThat(Serving.isEmpty(file)).isFalse();
    }

    private static RunFile runFile(@Nullable String lan) {
        return new RunFile(
                1,
                "0.1.0",
                Instant.EPOCH,
                new RunFile.Control("http://127.0.0.1:1", "t"),
                "http://localhost:8080",
                lan,
                null);
    }
}
