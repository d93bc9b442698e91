// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// One file of the page, whole in memory. Text is kept gzipped beside it from the first time on that somebody asks: a
/// browser that was let in past a certificate warning keeps nothing and asks for all of it on every visit. Thread-safe.
final class Asset {
    /// Below that it isn't worth it.
    private static final int SMALLEST = 1024;

    private final String type;
    private final byte[] bytes;
    private final String tag;
    private volatile byte @Nullable [] gzipped;

    private Asset(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
        this.tag = '"' + Digests.hex(bytes) + '"';
    }

    /// Of a file whose name says what it is.
    static Asset of(String path, byte[] bytes) {
        return new Asset(MediaTypes.of(path), bytes);
    }

    /// The file; where the browser has it already the pipeline makes a 304 of it.
    ///
    /// @param caching the value of `Cache-Control`
    Answer answer(Request request, String caching, Map<String, String> more) {
        var headers = new LinkedHashMap<>(more);
        headers.put("Cache-Control", caching);
        headers.put("ETag", tag);
        if (type.equals("image/png") || bytes.length < SMALLEST) {
            return new Answer.Whole(200, type, bytes, headers, List.of());
        }
        headers.put("Vary", "Accept-Encoding");
        if (!takesGzip(request)) {
            return new Answer.Whole(200, type, bytes, headers, List.of());
        }
        headers.put("Content-Encoding", "gzip");
        return new Answer.Whole(200, type, gzipped(), headers, List.of());
    }

    private static boolean takesGzip(Request request) {
        return request.header("Accept-Encoding").stream()
                .flatMap(codings -> Arrays.stream(codings.split(",")))
                .anyMatch(coding -> coding.strip().equals("gzip"));
    }

    /// Two that come at once may both do the work; they come to the same.
    private byte[] gzipped() {
        byte[] known = gzipped;
        if (known == null) {
            var out = new ByteArrayOutputStream(bytes.length / 2);
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            known = out.toByteArray();
            gzipped = known;
        }
        return known;
    }
}
