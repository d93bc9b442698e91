// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The server's settings as they are now. Which there are is the server's to say: one that it doesn't know is none.
///
/// @param values by name: texts, numbers, switches and lists of texts, as JSON has them
public record ServerSettings(Map<String, Object> values) {
    /// None.
    public static final ServerSettings NONE = new ServerSettings(Map.of());

    public ServerSettings {
        values = Map.copyOf(values);
    }

    public boolean knows(String name) {
        return values.containsKey(name);
    }

    /// Whether a switch is on.
    public boolean on(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /// As it stands in a line of a form; empty where it isn't known.
    public String words(String name) {
        return switch (Optional.ofNullable(values.get(name)).orElse("")) {
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Double number when number == Math.rint(number) -> Long.toString(number.longValue());
            case Object other -> other.toString();
        };
    }

    /// What was typed into that line, in the form that the server takes. What is no number stays a text: the server
    /// says what is wrong with it.
    public Object like(String name, String words) {
        return switch (Optional.ofNullable(values.get(name)).orElse("")) {
            case Boolean _ -> Boolean.valueOf(words);
            case Number _ when words.matches("\\d{1,18}") -> Long.valueOf(words);
            case List<?> _ ->
                Arrays.stream(words.split("[,;\\s]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
            case Object _ -> words;
        };
    }
}
