// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language the panel speaks, whole.
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    GERMAN(Locale.GERMAN, "Deutsch");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// Its two letters, such as `de`.
    public String tag() {
        return locale.getLanguage();
    }

    /// The one with these two letters.
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /// The one that suits the system best.
    public static Language of(Locale system) {
        return of(system.getLanguage()).orElse(ENGLISH);
    }
}
