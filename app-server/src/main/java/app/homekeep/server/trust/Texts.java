// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import app.homekeep.server.http.Request;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/// The words of the trust page in one language.
///
/// @param language such as `de`
/// @param all      by their names
record Texts(String language, Map<String, String> all) {
    private static final Texts ENGLISH = read("en");
    private static final Texts GERMAN = read("de");
    /// Longer than any that a browser sends.
    private static final int LONGEST = 500;

    static Texts of(Request request) {
        return request.header("Accept-Language").filter(Texts::prefersGerman).isPresent() ? GERMAN : ENGLISH;
    }

    static List<Texts> languages() {
        return List.of(ENGLISH, GERMAN);
    }

    String get(String name) {
        return Objects.requireNonNull(all.get(name), () -> language + " has no text " + name);
    }

    /// How many there are that are called `name1`, `name2` and so on.
    int count(String name) {
        int count = 0;
        while (all.containsKey(name + (count + 1))) {
            count++;
        }
        return count;
    }

    /// The same texts with what they say of this home.
    ///
    /// @param ca what the home CA is called
    Texts naming(String ca) {
        var named = new TreeMap<String, String>();
        all.forEach((name, text) -> named.put(name, text.replace("{ca}", ca)));
        return new Texts(language, named);
    }

    private static boolean prefersGerman(String accepted) {
        if (accepted.length() > LONGEST) {
            return false;
        }
        try {
            return "de".equals(Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of("en", "de")));
        } catch (IllegalArgumentException notLanguages) {
            return false;
        }
    }

    private static Texts read(String language) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream("texts_" + language + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var all = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        return new Texts(language, all);
    }
}
