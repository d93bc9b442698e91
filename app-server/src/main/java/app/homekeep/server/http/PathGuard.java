// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;

/// Turns a request's raw path into the one canonical path that everything behind compares. What could be read in two
/// ways is refused; nothing is repaired.
final class PathGuard implements Filter {
    @Override
    public void check(Incoming request) {
        request.foundPath(canonical(request.rawPath()));
    }

    /// @throws Refused 400 when the path is not canonical
    static String canonical(String raw) {
        if (raw.isEmpty() || raw.charAt(0) != '/') {
            throw refused("The path must begin with a slash.");
        }
        if (raw.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw refused("The path must be percent-encoded.");
        }
        String path = raw.indexOf('%') < 0 ? raw : decode(raw);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' || c == ';' || Character.isISOControl(c) || isBidiControl(c)) {
                throw refused("The path has a character that is not allowed.");
            }
        }
        checkSegments(path);
        return path;
    }

    private static void checkSegments(String path) {
        for (int from = 1, to; from <= path.length(); from = to + 1) {
            to = path.indexOf('/', from);
            boolean last = to < 0;
            to = last ? path.length() : to;
            boolean empty = to == from && !last;
            boolean dots =
                    path.startsWith(".", from) && (to == from + 1 || (to == from + 2 && path.charAt(from + 1) == '.'));
            if (empty || dots) {
                throw refused("The path must not have empty or dot segments.");
            }
        }
    }

    private static String decode(String raw) {
        for (int i = raw.indexOf('%'); i >= 0; i = raw.indexOf('%', i + 1)) {
            int value = Percent.value(raw, i);
            // An encoded separator or dot is one thing to us and another to somebody in front of us.
            if (value == '/' || value == '\\' || value == '.') {
                throw refused("The path has an encoded character that must not be encoded.");
            }
        }
        return Percent.decoded(raw, false).orElseThrow(() -> refused("The path is not UTF-8, percent-encoded."));
    }

    /// Marks that make a name look like another one.
    private static boolean isBidiControl(char c) {
        return c == '\u061C'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static Refused refused(String sentence) {
        return new Refused(ProblemCode.BAD_PATH, sentence);
    }
}
