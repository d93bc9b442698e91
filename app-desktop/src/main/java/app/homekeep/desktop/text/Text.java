// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.text;

import app.homekeep.desktop.admin.AdminProblem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// Every word on screen, in one language at a time. Used on the FX thread only.
///
/// A key that is missing is a mistake of ours and throws; a test walks all of them. Texts use the typographic
/// apostrophe, so that none has a meaning to `MessageFormat`.
public final class Text {
    private static final String BUNDLE = "app.homekeep.desktop.text.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Language language;
    private ResourceBundle bundle;

    public Text(Language language) {
        this.language = language;
        this.bundle = load(language);
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return language.locale();
    }

    /// Speaks another language from now on. What is on screen already must be built again.
    public void speak(Language other) {
        language = other;
        bundle = load(other);
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    /// @param values for `{0}`, `{1}` …
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale()).format(values);
    }

    /// A text that exists for some values only, such as events of a newer server.
    public String getOr(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    /// A text with values that exists for some kinds only, such as the findings of a newer server.
    ///
    /// @param otherwise is shown as it is, since it has its values already
    public String getOr(String key, String otherwise, Object... values) {
        return bundle.containsKey(key) ? get(key, values) : otherwise;
    }

    /// A problem in the owner's language where its code is known here, else in the server's words.
    public String problem(AdminProblem problem) {
        String kind = problem.code().split(":", 2)[0];
        return getOr("problem." + kind, problem.sentence());
    }

    /// Every key there is.
    Set<String> keys() {
        return bundle.keySet();
    }

    private static ResourceBundle load(Language language) {
        Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
        return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
    }
}
