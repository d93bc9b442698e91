// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import io.avaje.jsonb.JsonType;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads JSON that may be anything: a newer server's, an older one's, or no JSON at all.
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    /// @return empty when the text isn't what the type asks for
    static <T> Optional<T> read(JsonType<T> type, String text) {
        try {
            return Optional.of(type.fromJson(text));
        } catch (RuntimeException e) {
            // The parser and the records' constructors throw many kinds. Their words may quote the text, so they stay
            // out.
            LOG.warn("JSON not understood: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
