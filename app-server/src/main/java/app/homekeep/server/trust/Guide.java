// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is to be done on one platform: one or more parts, each of a few steps with a picture. Made from the
/// texts alone: `ios.a` is the first part's heading, `ios.a1` its first step, `ios.a1.screen` the picture.
///
/// @param parts  in order
/// @param remove how to take it back
record Guide(List<Part> parts, String remove) {
    private static final List<String> PARTS = List.of("a", "b", "c");

    /// @param steps counted from 1
    record Part(String heading, List<Step> steps) {}

    /// @param commands to be typed, a line each
    record Step(String text, Screen screen, List<String> commands) {}

    static Guide of(Platform platform, Texts texts) {
        String name = platform.wire();
        List<Part> parts = PARTS.stream()
                .map(part -> name + "." + part)
                .filter(texts.all()::containsKey)
                .map(part -> new Part(texts.get(part), steps(part, texts)))
                .toList();
        return new Guide(parts, texts.get(name + ".remove"));
    }

    private static List<Step> steps(String part, Texts texts) {
        return IntStream.rangeClosed(1, texts.count(part))
                .mapToObj(number -> step(part + number, texts))
                .toList();
    }

    private static Step step(String name, Texts texts) {
        Stream<String> commands = Optional.ofNullable(texts.all().get(name + ".commands")).stream()
                .flatMap(lines -> Arrays.stream(lines.split("\\|")))
                .map(String::strip);
        return new Step(texts.get(name), Screen.drawn(texts.get(name + ".screen")), commands.toList());
    }
}
