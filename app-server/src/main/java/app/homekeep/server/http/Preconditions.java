// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Conditional requests (RFC 9110 section 13).
final class Preconditions {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /// What the conditions make of a request.
    enum Outcome {
        GO_ON,
        UNCHANGED,
        FAILED
    }

    private Preconditions() {}

    /// In the order of RFC 9110 section 13.2.2.
    ///
    /// @param tag        quoted
    /// @param modifiedAt of the thing asked for
    static Outcome of(Incoming request, String tag, Instant modifiedAt) {
        Optional<String> match = request.header("If-Match");
        if (match.isPresent()) {
            if (!matches(match.get(), tag, false)) {
                return Outcome.FAILED;
            }
        } else if (date(request, "If-Unmodified-Since")
                .filter(since -> whole(modifiedAt).isAfter(since))
                .isPresent()) {
            return Outcome.FAILED;
        }
        Optional<String> none = request.header("If-None-Match");
        if (none.isPresent()) {
            return matches(none.get(), tag, true) ? Outcome.UNCHANGED : Outcome.GO_ON;
        }
        boolean unchanged = date(request, "If-Modified-Since")
                .filter(since -> !whole(modifiedAt).isAfter(since))
                .isPresent();
        return unchanged ? Outcome.UNCHANGED : Outcome.GO_ON;
    }

    /// 304 for an answer whose `ETag` header the client has already; the same answer otherwise.
    static Answer.Whole unchanged(Incoming request, Answer.Whole answer) {
        String tag = answer.headers().get("ETag");
        boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
        if (answer.status() != 200 || tag == null || !reading) {
            return answer;
        }
        return request.header("If-None-Match")
                        .filter(tags -> matches(tags, tag, true))
                        .isPresent()
                ? new Answer.Whole(304, "", new byte[0], answer.headers(), answer.cookies())
                : answer;
    }

    /// Whether a `Range` holds for what is there now (RFC 9110 section 13.1.5).
    static boolean rangeHolds(Incoming request, String tag, Instant modifiedAt) {
        Optional<String> condition = request.header("If-Range");
        return condition.isEmpty()
                || condition.get().equals(tag)
                || date(request, "If-Range").filter(whole(modifiedAt)::equals).isPresent();
    }

    static String httpDate(Instant at) {
        return HTTP_DATE.format(at);
    }

    static Refused failed() {
        return new Refused(ProblemCode.PRECONDITION_FAILED, "It has changed meanwhile.");
    }

    static Answer.Whole notModified(Map<String, String> headers) {
        return new Answer.Whole(304, "", new byte[0], headers, List.of());
    }

    private static boolean matches(String tags, String tag, boolean weakly) {
        return tags.strip().equals("*")
                || Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .map(each -> weakly && each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(tag::equals);
    }

    private static Optional<Instant> date(Incoming request, String header) {
        return request.header(header).flatMap(text -> {
            try {
                return Optional.of(Instant.from(HTTP_DATE.parse(text.strip())));
            } catch (DateTimeException notADate) {
                // A condition that can't be read is as if it were not there (RFC 9110 section 13.1.3).
                return Optional.empty();
            }
        });
    }

    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
