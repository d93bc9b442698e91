// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.util.List;
import java.util.stream.Stream;

/// Paths that try to lead out of a space, or to something that is no file: each must be refused.
public final class HostilePaths {
    private static final List<String> CLIMBS = List.of(
            "..",
            ".",
            "...",
            ". ",
            ".. ",
            " ..",
            "..\u0000",
            "%2e%2e",
            "%2E%2e",
            ".%2e",
            "%2e.",
            "%252e%252e",
            "%25252e%25252e",
            "..%2f",
            "%2e%2e%2f",
            "..%252f..",
            "..%5c",
            "..%255c",
            "..\\",
            "..\\..",
            "\u2025",
            "\uFF0E\uFF0E",
            "\u2024\u2024",
            "%c0%ae%c0%ae/..",
            "..%00",
            "..\uFFFD",
            "\uFEFF..",
            "\u202E..",
            "..\u200F");
    private static final List<String> FRAMES = List.of("/%s/canary", "/a/%s/canary", "/a/b/%s", "/%s", "%s/canary");
    private static final List<String> SINGLES = List.of(
            "",
            "a",
            "a/b",
            "//",
            "/a//b",
            "/a/",
            "\\",
            "\\a",
            "\\\\server\\share",
            "C:\\Windows",
            "/a\\b",
            "/\u0000",
            "/a\u0000.jpg",
            "/a\n",
            "/a\rb",
            "/a\u007F",
            "/a\u0085",
            "/\u202Egpj.exe",
            "/a\u200Eb",
            "/a\u2066b",
            "/a\u061Cb",
            "/a\u2028b",
            "/\uD800",
            "/a\uDC00b",
            "/con",
            "/CON",
            "/nul.txt",
            "/a/aux.tar.gz",
            "/prn ",
            "/COM1",
            "/com9.log",
            "/lpt1.x",
            "/COM\u00B9",
            "/conin$",
            "/CONOUT$.txt",
            "/clock$",
            "/file.txt::$DATA",
            "/file:$I30:$INDEX_ALLOCATION",
            "/name.",
            "/name ",
            "/a./b",
            "/a /b",
            "/.homekeep",
            "/.HOMEKEEP/x",
            "/.home\u200Ckeep/x",
            "/a/.homekeep",
            "/.homekeep/x.part",
            "file:///etc/passwd",
            "/a%2fb",
            "/a%5Cb",
            "/a%00b",
            "/a%252fb",
            "/a%25252fb",
            "~/x",
            "/" + "x".repeat(256),
            "/" + "é".repeat(128),
            "/" + "a/".repeat(2048) + "b",
            "http://example.org/a");

    private HostilePaths() {}

    public static Stream<String> all() {
        return Stream.concat(
                CLIMBS.stream().flatMap(climb -> FRAMES.stream().map(frame -> frame.formatted(climb))),
                SINGLES.stream());
    }
}
