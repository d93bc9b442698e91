// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Pattern USED = Pattern.compile("\\{\\{t\\.([a-z0-9_]+)}}");

    @Test
    void both_languages_say_the_same_things() {
        List<Texts> languages = Texts.languages();

        assertThat(languages).extracting(Texts::language).containsExactly("en", "de");
        assertThat(languages.getFirst().all().keySet())
                .isEqualTo(languages.getLast().all().keySet());
        assertThat(languages)
                .allSatisfy(texts -> assertThat(texts.all().values()).noneMatch(String::isBlank));
    }

    @Test
    void what_is_verbatim_is_the_same_in_both() {
        Texts english = Texts.languages().getFirst();
        Texts german = Texts.languages().getLast();

        assertThat(english.all().keySet())
                .filteredOn(name -> name.endsWith(".commands"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(german.get(name)).isEqualTo(english.get(name)));
    }

    @Test
    void every_text_of_the_templates_is_there_and_every_text_is_used() throws IOException {
        Set<String> there = Texts.languages().getFirst().all().keySet();
        Set<String> used = new HashSet<>();
        for (String template : List.of("page", "nothing")) {
            try (var in = Objects.requireNonNull(getClass().getResourceAsStream(template + ".mustache"))) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                USED.matcher(text).results().forEach(match -> used.add(match.group(1)));
            }
        }

        assertThat(there).containsAll(used);
        assertThat(there)
                .filteredOn(name -> !name.contains("."))
                .filteredOn(name -> !name.matches("(platform|file)_.*|unseen_(name|address)|seen"))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @EnumSource
    void every_platform_has_steps_with_a_picture_each_in_the_same_places(Platform platform) {
        Guide english = Guide.of(platform, Texts.languages().getFirst());
        Guide german = Guide.of(platform, Texts.languages().getLast());

        assertThat(english.parts())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.steps()).isNotEmpty());
        assertThat(german.parts()).hasSameSizeAs(english.parts());
        for (int part = 0; part < english.parts().size(); part++) {
            var steps = english.parts().get(part).steps();
            var others = german.parts().get(part).steps();
            assertThat(others).hasSameSizeAs(steps);
            for (int step = 0; step < steps.size(); step++) {
                assertThat(others.get(step).screen().lines())
                        .extracting(Screen.Line::kind)
                        .isEqualTo(steps.get(step).screen().lines().stream()
                                .map(Screen.Line::kind)
                                .toList());
            }
        }
    }
}
