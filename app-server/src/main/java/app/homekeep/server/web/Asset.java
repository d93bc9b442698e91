// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import app.homekeep.server.http.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One file of the page, whole in memory.
///
/// @param tag its entity tag, quotes included
record Asset(String type, byte[] bytes, String tag) {
    /// Of a file whose name says what it is.
    static Asset of(String path, byte[] bytes) {
        return new Asset(MediaTypes.of(path), bytes, '"' + Digests.hex(bytes) + '"');
    }

    /// The file; where the browser has it already the pipeline makes a 304 of it.
    ///
    /// @param caching the value of `Cache-Control`
    Answer answer(String caching, Map<String, String> more) {
        var headers = new LinkedHashMap<>(more);
        headers.put("Cache-Control", caching);
        headers.put("ETag", tag);
        return new Answer.Whole(200, type, bytes, headers, List.of());
    }
}
