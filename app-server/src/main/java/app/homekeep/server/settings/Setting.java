// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// Something the owner may change.
///
/// @param name        as in `PATCH /settings` and `homekeep settings set`
/// @param kind        which values it takes
/// @param standard    its value where nothing else was set
/// @param explanation what it does and when it takes effect, as a sentence
public record Setting<T>(String name, Kind<T> kind, T standard, String explanation) {
    /// Which values a setting takes.
    public sealed interface Kind<T> {
        /// What the API calls it: `text`, `number`, `switch`, `choice` or `list`.
        String type();

        /// The value behind what came as JSON.
        ///
        /// @throws Invalid when the setting does not take it
        T read(String name, @Nullable Object json);
    }

    /// Some text on one line.
    public record Text() implements Kind<String> {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public String read(String name, @Nullable Object json) {
            if (json instanceof String text) {
                return Rules.present(name, text, Limits.PATH_BYTES);
            }
            throw new Invalid(name, "Use a text.");
        }
    }

    /// A file that the server writes lines to, or none. Its name ends in `.log`, so that whoever may change settings
    /// from afar can't have lines written into a file that means something to another program.
    public record LogFile() implements Kind<String> {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public String read(String name, @Nullable Object json) {
            if ("".equals(json)) {
                return "";
            }
            if (json instanceof String text && text.endsWith(".log")) {
                return Rules.present(name, text, Limits.PATH_BYTES);
            }
            throw new Invalid(name, "Use a file whose name ends in .log, or nothing.");
        }
    }

    /// A whole number.
    public record WholeNumber(long least, long most) implements Kind<Long> {
        @Override
        public String type() {
            return "number";
        }

        @Override
        public Long read(String name, @Nullable Object json) {
            if (json instanceof Number number
                    && number.doubleValue() == number.longValue()
                    && number.longValue() >= least
                    && number.longValue() <= most) {
                return number.longValue();
            }
            throw new Invalid(name, "Use a whole number from " + least + " to " + most + ".");
        }
    }

    /// On or off.
    public record Switch() implements Kind<Boolean> {
        @Override
        public String type() {
            return "switch";
        }

        @Override
        public Boolean read(String name, @Nullable Object json) {
            if (json instanceof Boolean on) {
                return on;
            }
            throw new Invalid(name, "Use true or false.");
        }
    }

    /// One of a few words.
    public record Choice(List<String> words) implements Kind<String> {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public String type() {
            return "choice";
        }

        @Override
        public String read(String name, @Nullable Object json) {
            if (json instanceof String word && words.contains(word)) {
                return word;
            }
            throw new Invalid(name, "Use one of " + String.join(", ", words) + ".");
        }
    }

    /// Several texts, each at most once.
    ///
    /// @param item what makes of one text what is kept
    public record Texts(BinaryOperator<String> item) implements Kind<List<String>> {
        private static final int MOST = 32;

        @Override
        public String type() {
            return "list";
        }

        @Override
        public List<String> read(String name, @Nullable Object json) {
            if (!(json instanceof List<?> list)) {
                throw new Invalid(name, "Use a list of texts.");
            }
            if (list.size() > MOST) {
                throw new Invalid(name, "These are too many: " + MOST + " at most.");
            }
            return list.stream().map(one -> text(name, one)).distinct().toList();
        }

        private String text(String name, @Nullable Object one) {
            if (one instanceof String text) {
                return item.apply(name, Rules.present(name, text, Limits.PATH_BYTES));
            }
            throw new Invalid(name, "Use a list of texts.");
        }
    }

    static Setting<String> text(String name, String standard, String explanation) {
        return new Setting<>(name, new Text(), standard, explanation);
    }

    /// @param words the first one holds where nothing else was set
    static Setting<String> choice(String name, List<String> words, String explanation) {
        return new Setting<>(name, new Choice(words), words.getFirst(), explanation);
    }

    static Setting<String> logFile(String name, String standard, String explanation) {
        return new Setting<>(name, new LogFile(), standard, explanation);
    }

    static Setting<Long> number(String name, long least, long most, long standard, String explanation) {
        return new Setting<>(name, new WholeNumber(least, most), standard, explanation);
    }

    /// @param item reads one member: the setting's name and what came, to what is kept
    static Setting<List<String>> list(String name, BinaryOperator<String> item, String explanation) {
        return new Setting<>(name, new Texts(item), List.of(), explanation);
    }

    static Setting<Boolean> onOff(String name, boolean standard, String explanation) {
        return new Setting<>(name, new Switch(), standard, explanation);
    }

    T read(@Nullable Object json) {
        return kind.read(name, json);
    }
}
