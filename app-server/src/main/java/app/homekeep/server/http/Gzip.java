// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// Makes text smaller on its way to clients that take gzip.
final class Gzip {
    /// Below that it isn't worth it.
    private static final int SMALLEST = 1024;

    private Gzip() {}

    static Answer.Whole of(Incoming request, Answer.Whole answer) {
        if (answer.body().length <= SMALLEST
                || !text(answer.type())
                || answer.headers().containsKey("Content-Encoding")) {
            return answer;
        }
        Answer.Whole varying = answer.header("Vary", "Accept-Encoding");
        if (!accepted(request)) {
            return varying;
        }
        var bytes = new ByteArrayOutputStream(answer.body().length / 2);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(answer.body());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Answer.Whole(
                        answer.status(), answer.type(), bytes.toByteArray(), varying.headers(), answer.cookies())
                .header("Content-Encoding", "gzip");
    }

    private static boolean text(String type) {
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/javascript")
                || type.startsWith("application/manifest+json")
                || type.startsWith("image/svg+xml");
    }

    private static boolean accepted(Incoming request) {
        return request.header("Accept-Encoding").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(coding -> coding.equals("gzip") || (coding.startsWith("gzip;") && !coding.endsWith("q=0")));
    }
}
