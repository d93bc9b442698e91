// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds why the server refused, in what it printed: one line `homekeep: <sentence> [<code>]`.
final class Refusals {
    private static final Pattern LINE = Pattern.compile("homekeep: (?<sentence>.+) \\[(?<code>[A-Za-z0-9_.:-]+)]\\s*");

    private Refusals() {}

    static Optional<Child.Refusal> in(List<String> lines) {
        for (String line : lines.reversed()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                return Optional.of(new Child.Refusal(matcher.group("sentence"), matcher.group("code")));
            }
        }
        return Optional.empty();
    }
}
