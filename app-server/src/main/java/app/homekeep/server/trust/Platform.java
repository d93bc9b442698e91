// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import app.homekeep.server.http.Request;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a device is, as far as the steps differ.
enum Platform {
    IOS,
    ANDROID,
    WINDOWS,
    MACOS,
    LINUX,
    /// On a computer; it asks nobody else on Linux, and the system elsewhere.
    FIREFOX;

    /// The one that was asked for, else what the browser says of itself. An iPad says that it is a Mac.
    static Platform of(Request request) {
        return request.query("for").flatMap(Platform::named).orElseGet(() -> seen(request));
    }

    /// As it stands in addresses and names of texts.
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Platform> named(String wire) {
        return Arrays.stream(values())
                .filter(platform -> platform.wire().equals(wire))
                .findFirst();
    }

    private static Platform seen(Request request) {
        String hint = request.header("Sec-CH-UA-Platform").orElse("");
        String words = request.header("User-Agent").orElse("") + " " + hint;
        if (words.contains("Android")) {
            return ANDROID;
        }
        if (words.contains("iPhone") || words.contains("iPad") || words.contains("iPod")) {
            return IOS;
        }
        if (words.contains("Windows")) {
            return WINDOWS;
        }
        if (words.contains("Macintosh") || words.contains("macOS")) {
            return MACOS;
        }
        return words.contains("Firefox/") ? FIREFOX : LINUX;
    }
}
