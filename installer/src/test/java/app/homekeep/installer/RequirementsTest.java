// SPDX-License-Identifier: Apache-2.0
package app.homekeep.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RequirementsTest {
    @Test
    void the_page_says_what_the_tests_show() throws Exception {
        var requirements = new Requirements(Project.FOLDER);

        assertThat(Files.readString(requirements.page()))
                .as("run: " + Requirements.COMMAND)
                .isEqualTo(requirements.written());
    }

    @Test
    void a_tag_belongs_to_the_class_or_method_below_it() {
        Map<String, Set<String>> tests = new TreeMap<>();

        Requirements.collect("""
                @Tag("AA-01")
                final class FirstTest {
                    @Test
                    @Tag("BB-02")
                    @Tag("BB-03")
                    void a_thing_works() {}

                    @Test
                    void another_works() {}
                }
                """, tests);

        assertThat(tests)
                .containsOnlyKeys("AA-01", "BB-02", "BB-03")
                .containsEntry("AA-01", Set.of("FirstTest"))
                .containsEntry("BB-02", Set.of("FirstTest: a thing works"));
    }
}
