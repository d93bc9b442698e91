// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// Makes text smaller on its way to clients that take gzip (RFC 9110 section 8.4.1.3): every body that is made,
/// whatever
/// made it. Files are sent as they are: their entity tags and ranges count their own bytes, and most are compressed.
///
/// The length of what is zipped tells a listener on the network whether a guess of his stands in it twice (BREACH). No
/// answer here lends itself to that: secrets travel in cookies and headers, which are not zipped; protection from other
/// sites' requests is a header, not a token in a page; what is shown once (recovery codes, keys, tickets) answers a
/// request that other sites can't make, and repeats nothing of it. And what other sites ask for is not zipped at all:
/// [ZipGuard].
final class Gzip {
    /// Below that it isn't worth it.
    private static final int SMALLEST = 1024;
    /// `;q=0`, in any spelling.
    private static final Pattern NOT_WANTED = Pattern.compile(";\\s*q=0(\\.0{0,3})?$");

    private Gzip() {}

    static Answer of(Incoming request, Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> whole(request, whole);
            case Answer.Written written -> written(request, written);
            case Answer.FileContent file -> file;
            case Answer.Events events -> events;
        };
    }

    private static Answer.Whole whole(Incoming request, Answer.Whole answer) {
        if (answer.body().length <= SMALLEST || isNoText(answer.type(), answer.headers())) {
            return answer;
        }
        if (!accepted(request)) {
            return answer.header("Vary", "Accept-Encoding");
        }
        var bytes = new ByteArrayOutputStream(answer.body().length / 2);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(answer.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Answer.Whole(
                answer.status(), answer.type(), bytes.toByteArray(), zipped(answer.headers()), answer.cookies());
    }

    private static Answer.Written written(Incoming request, Answer.Written answer) {
        if (isNoText(answer.type(), answer.headers())) {
            return answer;
        }
        if (!accepted(request)) {
            return new Answer.Written(answer.type(), with(answer.headers(), "Vary", "Accept-Encoding"), answer.body());
        }
        return new Answer.Written(answer.type(), zipped(answer.headers()), out -> {
            // Finished, not closed, on success only: the end of a body that broke off must not look whole.
            var gzip = new GZIPOutputStream(out);
            answer.body().writeTo(gzip);
            gzip.finish();
        });
    }

    private static Map<String, String> zipped(Map<String, String> headers) {
        return with(with(headers, "Vary", "Accept-Encoding"), "Content-Encoding", "gzip");
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return all;
    }

    private static boolean isNoText(String type, Map<String, String> headers) {
        boolean text = type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/jsonl")
                || type.startsWith("application/x-ndjson")
                || type.startsWith("application/javascript")
                || type.startsWith("application/manifest+json")
                || type.startsWith("image/svg+xml");
        return !text || headers.containsKey("Content-Encoding");
    }

    private static boolean accepted(Incoming request) {
        return request.header("Accept-Encoding").stream()
                .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")))
                .map(String::strip)
                .anyMatch(coding -> coding.equals("gzip")
                        || (coding.startsWith("gzip;")
                                && !NOT_WANTED.matcher(coding).find()));
    }
}
