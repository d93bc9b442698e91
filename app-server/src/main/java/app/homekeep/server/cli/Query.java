// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A path of the API with what is asked of it.
///
/// @param path as it stands in the request
record Query(String path) {
    /// One of the server's things, by its id.
    static Query of(String route, String id) {
        return new Query(route.replace("{id}", encoded(id)));
    }

    Query with(String name, String value) {
        return new Query(path + (path.contains("?") ? "&" : "?") + name + "=" + encoded(value));
    }

    Query with(String name, Optional<String> value) {
        return value.map(text -> with(name, text)).orElse(this);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
