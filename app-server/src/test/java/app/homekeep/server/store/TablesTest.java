// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Rules that hold for the tables of every feature.
class TablesTest {
    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE .*?\\)([^()]*);", Pattern.DOTALL);

    @Test
    void every_table_is_strict_about_its_types() throws Exception {
        for (Path file : migrations()) {
            var tables = TABLE.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""));
            while (tables.find()) {
                assertThat(tables.group(1))
                        .as("%s: %s", file.getFileName(), tables.group())
                        .contains("STRICT");
            }
        }
    }

    @Test
    void no_foreign_key_waits_for_the_commit_where_it_would_fail_the_changes_of_others() throws Exception {
        for (Path file : migrations()) {
            assertThat(Files.readString(file).toUpperCase(Locale.ROOT))
                    .as(file.toString())
                    .doesNotContain("DEFERRABLE");
        }
    }

    private static List<Path> migrations() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(Migrations.class.getResource("/db/0001_settings.sql"))
                        .toURI())
                .resolveSibling(".")
                .normalize();
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThan(1);
            return all;
        }
    }
}
