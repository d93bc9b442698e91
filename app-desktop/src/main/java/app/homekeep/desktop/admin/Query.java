// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/// A path with its query. Not thread-safe.
final class Query {
    private final String path;
    private final StringJoiner pairs = new StringJoiner("&", "?", "").setEmptyValue("");

    Query(String path) {
        this.path = path;
    }

    /// The same so far, to go on with in another way.
    Query copy() {
        var copy = new Query(path);
        if (pairs.length() > 0) {
            copy.pairs.add(pairs.toString().substring(1));
        }
        return copy;
    }

    Query with(String name, Object value) {
        pairs.add(name + "=" + encode(value.toString()));
        return this;
    }

    Query with(String name, Optional<?> value) {
        value.ifPresent(present -> with(name, present));
        return this;
    }

    Query with(AuditFilter filter) {
        return with("event", filter.event())
                .with("actor", filter.actor())
                .with("address", filter.address())
                .with("outcome", filter.outcome())
                .with("text", filter.text())
                .with("from", filter.from())
                .with("to", filter.to());
    }

    String path() {
        return path + pairs;
    }

    /// A space becomes `%20`, which stands in a path as well as in a query.
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
