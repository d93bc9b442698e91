// SPDX-License-Identifier: Apache-2.0
package app.homekeep.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes `docs/requirements.md`: what was asked for (`docs/requirements.csv`) beside the tests that show it, which
/// carry its id as a tag. Run it from the project's folder, without building:
///
/// ```
/// java installer/src/main/java/app/homekeep/installer/Requirements.java
/// ```
public final class Requirements {
    static final String COMMAND = "java installer/src/main/java/app/homekeep/installer/Requirements.java";

    /// Tags, then whatever else stands there, then the class or the method that they are about.
    private static final Pattern TAGGED = Pattern.compile(
            "^(?: {4})?@Tag\\(\"([A-Z]{2}-\\d{2})\"\\)|^(?:[\\w ]*\\bclass|    (?:\\w+ )*void) (\\w+)",
            Pattern.MULTILINE);

    private final Path project;

    Requirements(Path project) {
        this.project = project;
    }

    public static void main(String[] arguments) throws IOException {
        var requirements = new Requirements(Path.of("").toAbsolutePath());
        Files.writeString(requirements.page(), requirements.written());
    }

    /// Where the page is.
    Path page() {
        return project.resolve("docs/requirements.md");
    }

    /// What the page should say.
    String written() throws IOException {
        Map<String, Set<String>> tests = tests();
        Map<String, String> texts = texts();
        for (String id : tests.keySet()) {
            if (!texts.containsKey(id)) {
                throw new IllegalStateException("a test is tagged with " + id + ", which docs/requirements.csv lacks");
            }
        }
        var page = new StringBuilder("""
                # Requirements and the tests that show them

                Written from `docs/requirements.csv` and the tests' tags by
                `%s`; `./verify` fails when it is not up to date.

                | id | requirement | shown by |
                |---|---|---|
                """.formatted(COMMAND));
        texts.forEach((id, text) -> page.append("| ")
                .append(id)
                .append(" | ")
                .append(text.replace("|", "\\|"))
                .append(" | ")
                .append(String.join("<br>", tests.getOrDefault(id, Set.of("not yet"))))
                .append(" |\n"));
        return page.toString();
    }

    private Map<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        for (String line : Files.readAllLines(project.resolve("docs/requirements.csv"))) {
            String[] idAndText = line.split(",", 2);
            if (idAndText[0].matches("[A-Z]{2}-\\d{2}")) {
                texts.put(idAndText[0], unquoted(idAndText[1]));
            }
        }
        return texts;
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private Map<String, Set<String>> tests() throws IOException {
        var tests = new TreeMap<String, Set<String>>();
        for (String module : List.of("shared-model", "app-server", "app-desktop", "installer")) {
            Path sources = project.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(sources)) {
                try (Stream<Path> files = Files.walk(sources)) {
                    for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                            .sorted()
                            .toList()) {
                        collect(Files.readString(file), tests);
                    }
                }
            }
        }
        return tests;
    }

    /// A tag belongs to the next class or method below it; what stands on the class counts for all in it.
    static void collect(String source, Map<String, Set<String>> tests) {
        var tags = new TreeSet<String>();
        String test = "";
        for (Matcher found = TAGGED.matcher(source); found.find(); ) {
            if (found.group(1) != null) {
                tags.add(found.group(1));
                continue;
            }
            boolean isClass = found.group().contains("class ");
            if (isClass) {
                test = found.group(2);
            }
            String name = isClass ? test : test + ": " + found.group(2).replace('_', ' ');
            tags.forEach(
                    tag -> tests.computeIfAbsent(tag, id -> new TreeSet<>()).add(name));
            tags.clear();
        }
    }
}
