// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageSourcesTest {
    private static final Pattern TEXT = Pattern.compile("(?m)^ {2}'([a-z.-]+)': '(.+)',$");
    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");
    private static final Pattern LITERAL = Pattern.compile("'([a-z]+(?:[.-][a-z-]+)+)'");

    private final Map<String, String> sources = new TreeMap<>();

    PageSourcesTest() {
        Bundled.folder("web/", "index.html").forEach((path, bytes) -> {
            if (path.endsWith(".js") || path.endsWith(".css") || path.endsWith(".html")) {
                sources.put(path, new String(bytes, UTF_8));
            }
        });
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_gaps() {
        Map<String, String> english = texts("en");
        Map<String, String> german = texts("de");

        assertThat(english).hasSizeGreaterThan(50);
        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(english)
                .allSatisfy((key, text) -> assertThat(gaps(String.valueOf(german.get(key))))
                        .as(key)
                        .isEqualTo(gaps(text)));
    }

    @Test
    void every_text_is_used_and_every_text_that_is_used_is_there() {
        Set<String> there = texts("en").keySet();
        Set<String> families = there.stream()
                .map(key -> key.substring(0, key.indexOf('.') + 1))
                .collect(Collectors.toSet());

        Set<String> used = sources.entrySet().stream()
                .filter(source -> source.getKey().endsWith(".js"))
                .filter(source -> !source.getKey().startsWith("text/language-"))
                .flatMap(source -> LITERAL.matcher(source.getValue()).results())
                .map(match -> match.group(1))
                .filter(key -> families.stream().anyMatch(key::startsWith))
                .collect(Collectors.toSet());

        assertThat(used).isEqualTo(there);
    }

    @Test
    void no_source_makes_html_or_code_from_text() {
        assertThat(sources)
                .allSatisfy((path, source) -> assertThat(source)
                        .as(path)
                        .doesNotContain(
                                "innerHTML",
                                "outerHTML",
                                "insertAdjacentHTML",
                                "document.write",
                                "unsafeHTML",
                                "eval("));
    }

    @Test
    void no_source_asks_anything_of_another_host() {
        assertThat(sources)
                .allSatisfy((path, source) -> assertThat(source.replace("http://www.w3.org/2000/svg", ""))
                        .as(path)
                        .doesNotContain("http://", "https://", "url(\""));
    }

    @Test
    void no_token_lies_where_scripts_can_read_it() {
        assertThat(sources)
                .allSatisfy((path, source) -> assertThat(source)
                        .as(path)
                        .doesNotContain("document.cookie")
                        .doesNotContainPattern("(?i)setItem\\([^)]*(token|password)"));
    }

    private Map<String, String> texts(String language) {
        return TEXT.matcher(String.valueOf(sources.get("text/language-" + language + ".js")))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toSet());
    }
}
