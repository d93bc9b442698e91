// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.problem;

import app.homekeep.model.ProblemCode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that the server will not do. Becomes the answer of that code; the sentence is shown to people, so it never
/// holds a secret or another exception's text.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemCode code;
    private final transient Map<String, String> fields;
    private final @Nullable Duration retryAfter;

    public Refused(ProblemCode code, String sentence) {
        this(code, sentence, Map.of(), null);
    }

    private Refused(ProblemCode code, String sentence, Map<String, String> fields, @Nullable Duration retryAfter) {
        // Refusals are ordinary answers: no stack trace to fill, which is what costs.
        super(sentence, null, false, false);
        this.code = code;
        this.fields = Map.copyOf(fields);
        this.retryAfter = retryAfter;
    }

    /// 400 for one member of a request.
    public static Refused badField(String field, String why) {
        return new Refused(ProblemCode.BAD_REQUEST, "Something in the request is not right.", Map.of(field, why), null);
    }

    /// 404, the same for what does not exist and for what is somebody else's.
    public static Refused notFound() {
        return new Refused(ProblemCode.NOT_FOUND, "There is nothing here.");
    }

    /// 429 or 503 with the time after which it is worth trying again.
    public static Refused later(ProblemCode code, String sentence, Duration retryAfter) {
        return new Refused(code, sentence, Map.of(), retryAfter);
    }

    public ProblemCode code() {
        return code;
    }

    /// The sentence for a person.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// What is wrong with which member of the request; empty but for some 400s.
    public Map<String, String> fields() {
        return fields;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
