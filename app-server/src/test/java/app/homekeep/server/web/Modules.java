// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Follows the imports of JavaScript modules as a browser would.
final class Modules {
    private static final Pattern AT_ONCE =
            Pattern.compile("(?:\\bfrom\\s*|\\bimport\\s*)[\"']([@./a-z][^\"'\\s]*)[\"']");
    private static final Pattern IMPORT =
            Pattern.compile("(?:\\bfrom\\s*|\\bimport\\s*\\(?\\s*)[\"']([@./a-z][^\"'\\s]*)[\"']");
    private static final Pattern TYPES_ONLY = Pattern.compile("(?s)/\\*\\*.*?\\*/");

    private Modules() {}

    /// Every module that those lead to, themselves included.
    static Set<String> reachableFrom(Visit visit, List<String> urls) {
        return following(IMPORT, visit, urls);
    }

    /// Every module without which those don't run: what is fetched when somebody asks for it is left out.
    static Set<String> neededBy(Visit visit, List<String> urls) {
        return following(AT_ONCE, visit, urls);
    }

    private static Set<String> following(Pattern imports, Visit visit, List<String> urls) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(
                urls.stream().filter(url -> url.endsWith(".js")).toList());
        while (!open.isEmpty()) {
            String url = open.remove();
            if (found.add(url)) {
                String source = TYPES_ONLY
                        .matcher(new String(visit.asset(url).body(), UTF_8))
                        .replaceAll("");
                imports.matcher(source).results().forEach(match -> open.add(resolved(url, match.group(1))));
            }
        }
        return found;
    }

    private static String resolved(String from, String specifier) {
        if (specifier.startsWith(".")) {
            return URI.create(from).resolve(specifier).toString();
        }
        for (Library library : Library.all()) {
            if (specifier.equals(library.imports())) {
                return "/assets/" + library.path() + library.main();
            }
            if (specifier.startsWith(library.imports() + "/")) {
                return "/assets/" + library.path()
                        + specifier.substring(library.imports().length() + 1);
            }
        }
        throw new AssertionError(from + " imports " + specifier + ", which the import map does not know");
    }
}
