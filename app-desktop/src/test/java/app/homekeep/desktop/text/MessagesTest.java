// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The words of the panel: whole in both languages, none too many.
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)+)\"");
    private static final Pattern ASKED = Pattern.compile("text\\.get\\(\\s*\"([a-z_.]+)\"\\s*[,)]");

    /// Keys that are put together in the code from these beginnings, or end in these endings.
    private static final List<String> BEGINNINGS = List.of(
            "problem.",
            "event.",
            "outcome.",
            "route.",
            "door.",
            "look.",
            "audit.part.",
            "welcome.step.",
            "strength.",
            "welcome.creating",
            "welcome.starting",
            "overview.stop.",
            "overview.restart.",
            "welcome.reach.",
            "sessions.sign_out",
            "sessions.signed_out",
            "role.",
            "permission.",
            "people.section.",
            "people.files.",
            "people.block.",
            "people.deactivate.",
            "people.reset_totp.",
            "invite.expiry.",
            "blocked.kind.",
            "blocked.length.",
            "api_keys.lifetime.",
            "level.",
            "spaces.right.",
            "settings.topic.",
            "settings.section.",
            "settings.door.",
            "settings.announce.",
            "settings.keep_awake.",
            "settings.hsts",
            "settings.lan_port",
            "settings.welcome_port",
            "settings.local_port",
            "settings.trusted_proxies",
            "settings.proxy_names",
            "settings.cors_origins",
            "doctor.",
            "pairing.step.",
            "certificate.own.",
            "lockdown.point.");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(keys(Language.GERMAN)).isEqualTo(keys(Language.ENGLISH));
    }

    @Test
    void every_key_that_is_asked_for_exists() {
        Set<String> asked = matches(ASKED);

        assertThat(keys(Language.ENGLISH)).containsAll(asked);
    }

    @Test
    void every_key_is_used() {
        Set<String> literals = matches(LITERAL);

        assertThat(keys(Language.ENGLISH))
                .allMatch(key -> literals.contains(key) || BEGINNINGS.stream().anyMatch(key::startsWith));
    }

    @Test
    void every_text_takes_the_same_values_in_both_languages() {
        var english = new Text(Language.ENGLISH);
        var german = new Text(Language.GERMAN);

        assertThat(keys(Language.ENGLISH))
                .allSatisfy(key -> assertThat(values(german.get(key))).isEqualTo(values(english.get(key))));
    }

    @Test
    void no_text_holds_a_straight_apostrophe_which_would_swallow_its_values() {
        for (Language language : Language.values()) {
            var text = new Text(language);
            assertThat(keys(language))
                    .allSatisfy(key -> assertThat(text.get(key)).doesNotContain("'"));
        }
    }

    @Test
    void a_number_chooses_its_plural() {
        var text = new Text(Language.GERMAN);

        assertThat(text.get("sessions.person", "anna", 1)).isEqualTo("anna · 1 Gerät");
        assertThat(text.get("sessions.person", "anna", 2)).isEqualTo("anna · 2 Geräte");
    }

    private static Set<Integer> values(String text) {
        var used = new TreeSet<Integer>();
        for (int i = 0; i < new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length; i++) {
            if (text.contains("{" + i)) {
                used.add(i);
            }
        }
        return used;
    }

    private static Set<String> keys(Language language) {
        return new Text(language).keys();
    }

    private static Set<String> matches(Pattern pattern) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(result -> result.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
