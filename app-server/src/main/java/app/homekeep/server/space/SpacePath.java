// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Limits;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Where something lies in a space: the names on the way to it, each in NFC and allowed by [SpaceName]. The only
/// type that stands for a client's path; opening one is [OpenSpace]'s part. The root has no names.
public record SpacePath(List<String> names) {
    public static final SpacePath ROOT = new SpacePath(List.of());

    public SpacePath {
        names = List.copyOf(names);
    }

    /// Reads a client's path, such as `/Holiday/beach.jpg`; `/` is the root. There is one spelling for each
    /// place: no empty, `.` or `..` segments, no slash at the end.
    ///
    /// @throws Refused 400 `bad_path`
    public static SpacePath parse(String text) {
        if (text.equals("/")) {
            return ROOT;
        }
        if (!text.startsWith("/")) {
            throw bad("A path begins with a slash.");
        }
        if (text.length() > Limits.PATH_BYTES) {
            throw tooLong();
        }
        var names = new ArrayList<String>();
        for (String name : text.substring(1).split("/", -1)) {
            String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
            SpaceName.whyNot(composed).ifPresent(why -> {
                throw bad(why);
            });
            names.add(composed);
        }
        var path = new SpacePath(names);
        if (path.text().getBytes(StandardCharsets.UTF_8).length > Limits.PATH_BYTES) {
            throw tooLong();
        }
        return path;
    }

    public boolean isRoot() {
        return names.isEmpty();
    }

    /// The last name.
    ///
    /// @throws Refused 400 `bad_path` for the root, which has none
    public String name() {
        if (isRoot()) {
            throw bad("The path has to name a file.");
        }
        return names.getLast();
    }

    /// The folder it lies in; the root lies in itself.
    public SpacePath parent() {
        return isRoot() ? ROOT : new SpacePath(names.subList(0, names.size() - 1));
    }

    /// The same folder with another last name.
    public SpacePath sibling(String name) {
        var all = new ArrayList<>(parent().names());
        all.add(name);
        return new SpacePath(all);
    }

    /// The one spelling, as [#parse] reads it.
    public String text() {
        return "/" + String.join("/", names);
    }

    @Override
    public String toString() {
        return text();
    }

    private static Refused tooLong() {
        return bad("The path is too long: " + Limits.PATH_BYTES + " bytes at most.");
    }

    private static Refused bad(String why) {
        return new Refused(ProblemCode.BAD_PATH, why);
    }
}
