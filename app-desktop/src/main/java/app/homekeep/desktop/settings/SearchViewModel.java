// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.text.Text;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Finds settings by their words: each word that is looked for stands in, or begins, one of theirs. FX thread only.
final class SearchViewModel {
    final StringProperty query = new SimpleStringProperty("");

    private final Text text;
    private final ReadOnlyObjectWrapper<List<Topic>> found = new ReadOnlyObjectWrapper<>(List.of());

    SearchViewModel(Text text) {
        this.text = text;
        query.addListener((_, _, now) -> found.set(find(now)));
    }

    /// Whether anything is looked for.
    boolean searching() {
        return !query.get().isBlank();
    }

    /// In the order of the screen.
    ReadOnlyObjectProperty<List<Topic>> found() {
        return found.getReadOnlyProperty();
    }

    private List<Topic> find(String wanted) {
        List<String> words = Stream.of(plain(wanted).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(Topic.values())
                        .filter(topic -> words.stream().allMatch(wordsOf(topic)::contains))
                        .toList();
    }

    private String wordsOf(Topic topic) {
        return plain(String.join(
                " ",
                text.get(topic.section().title()),
                text.get(topic.title()),
                text.get(topic.words()),
                text.get(topic.alsoKnownAs())));
    }

    /// Without what is easily typed in another way: capitals and accents.
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
