// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import java.util.Map;

/// What the page's own files are, by their ending.
final class MediaTypes {
    private static final Map<String, String> BY_ENDING = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");

    private MediaTypes() {}

    static String of(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        String type = BY_ENDING.get(ending);
        if (type == null) {
            throw new IllegalArgumentException("not a kind of file the page is made of: " + path);
        }
        return type;
    }
}
