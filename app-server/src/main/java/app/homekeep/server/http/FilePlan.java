// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a file is to be sent, decided from the request's conditions and range (RFC 9110 sections 13 and 14).
sealed interface FilePlan {
    /// Bytes of the file.
    ///
    /// @param from  the first one's place
    /// @param count how many
    record Part(int status, long from, long count, Map<String, String> headers) implements FilePlan {}

    /// Something else than the file.
    record NoBody(Answer.Whole answer) implements FilePlan {}

    static FilePlan of(Incoming request, Answer.FileContent file) {
        String tag = '"' + file.tag() + '"';
        var headers = new LinkedHashMap<String, String>();
        headers.put("Cache-Control", "private, no-cache");
        headers.putAll(file.headers());
        headers.put("ETag", tag);
        headers.put("Last-Modified", Preconditions.httpDate(file.modifiedAt()));
        headers.put("Accept-Ranges", "bytes");
        return switch (Preconditions.of(request, tag, file.modifiedAt())) {
            case UNCHANGED -> new NoBody(Preconditions.notModified(headers));
            case FAILED -> new NoBody(Problems.answer(Preconditions.failed(), request));
            case GO_ON -> {
                headers.put("Content-Type", file.type());
                yield part(request, file, tag, headers);
            }
        };
    }

    private static FilePlan part(Incoming request, Answer.FileContent file, String tag, Map<String, String> headers) {
        // A range is for GET only (RFC 9110 section 14.2).
        Optional<String> range =
                request.method().equals("GET") && Preconditions.rangeHolds(request, tag, file.modifiedAt())
                        ? request.header("Range")
                        : Optional.empty();
        Span span = range.map(wanted -> Span.of(wanted, file.length())).orElse(Span.WHOLE);
        if (span.equals(Span.NONE)) {
            var refused = new Refused(ProblemCode.RANGE_NOT_SATISFIABLE, "The file has no such part.");
            return new NoBody(Problems.answer(refused, request).header("Content-Range", "bytes */" + file.length()));
        }
        if (span.equals(Span.WHOLE)) {
            headers.put("Content-Length", Long.toString(file.length()));
            return new Part(200, 0, file.length(), headers);
        }
        long count = span.last() - span.first() + 1;
        headers.put("Content-Range", "bytes " + span.first() + "-" + span.last() + "/" + file.length());
        headers.put("Content-Length", Long.toString(count));
        return new Part(206, span.first(), count, headers);
    }

    /// One range, both ends in it.
    record Span(long first, long last) {
        /// No range was asked for, or none that is understood; several at once are answered with the whole file.
        static final Span WHOLE = new Span(0, -1);
        /// What was asked for lies behind the end.
        static final Span NONE = new Span(-1, -1);

        private static final Pattern SINGLE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

        static Span of(String header, long length) {
            Matcher range = SINGLE.matcher(header);
            if (!range.matches()) {
                return WHOLE;
            }
            String first = range.group(1);
            String last = range.group(2);
            if (first.isEmpty()) {
                return last.isEmpty() ? WHOLE : suffix(Long.parseLong(last), length);
            }
            long from = Long.parseLong(first);
            long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
            if (to < from) {
                return WHOLE;
            }
            return from >= length ? NONE : new Span(from, Math.min(to, length - 1));
        }

        private static Span suffix(long count, long length) {
            return count == 0 || length == 0 ? NONE : new Span(Math.max(0, length - count), length - 1);
        }
    }
}
