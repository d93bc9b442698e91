// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.text.Normalizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("LF-10")
class SpacePathTest {
    static Stream<String> hostile() {
        return HostilePaths.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_path_is_refused(String text) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> SpacePath.parse(text))
                .matches(refused -> refused.code() == ProblemCode.BAD_PATH);
    }

    @Test
    void the_table_has_two_hundred_forms() {
        assertThat(HostilePaths.all().distinct().count()).isGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a.txt",
                "/Holiday 2026/beach (2).jpg",
                "/.hidden/…/x",
                "/100 %.txt",
                "/a:b.txt",
                "/con-fetti.txt",
                "/console.log",
                "/👨‍👩‍👧.png",
                "/שלום.txt",
                "/..a/b..c",
                "/a%20b"
            })
    void an_ordinary_name_is_kept_as_it_is(String text) {
        assertThat(SpacePath.parse(text).text()).isEqualTo(text);
    }

    @Test
    void a_name_in_parts_becomes_whole() {
        String decomposed = Normalizer.normalize("/Müller/é.txt", Normalizer.Form.NFD);

        assertThat(SpacePath.parse(decomposed)).isEqualTo(SpacePath.parse("/Müller/é.txt"));
    }

    @Test
    void names_and_paths_may_be_as_long_as_a_disk_holds_and_no_longer() {
        String name = "é".repeat(127) + "x";
        String path = ("/" + name).repeat(16);

        assertThat(SpacePath.parse(path).names()).hasSize(16);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> SpacePath.parse("/" + name + "x"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> SpacePath.parse(path + "/x"));
    }

    @Test
    void numbers_sort_by_value_and_case_does_not_matter() {
        var names = Stream.of("photo 10", "Photo 9", "photo 9", "b", "A", "photo 009", "a")
                .sorted(NaturalOrder.INSTANCE)
                .toList();

        assertThat(names).containsExactly("A", "a", "b", "Photo 9", "photo 009", "photo 9", "photo 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "Émile", "con", "a.", "nul.txt", "李", ".homekeep", "a/b", "😀"})
    void every_username_gets_a_folder_name_that_a_disk_holds(String username) {
        assertThat(SpaceName.whyNot(FolderName.of(username))).isEmpty();
    }
}
