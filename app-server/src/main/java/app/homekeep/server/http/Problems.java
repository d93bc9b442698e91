// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Invalid;
import app.homekeep.model.Problem;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Wire;
import app.homekeep.server.problem.Refused;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Maps whatever went wrong to an answer, the only place that does. What nobody foresaw is a 500 that tells nothing but
/// the request's id, which stands in the log with the stack.
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Answer.Whole answer(Throwable failure, Incoming request) {
        return switch (failure) {
            case Refused refused -> refused(refused, request);
            case Invalid invalid -> refused(Refused.badField(invalid.field(), invalid.why()), request);
            case WrongMethod wrong ->
                body(ProblemCode.METHOD_NOT_ALLOWED, "That method is not possible here.", request, Map.of())
                        .header("Allow", wrong.allowed());
            default -> {
                LOG.error("Request {} failed: {} {}", request.id(), request.method(), request.path(), failure);
                yield body(ProblemCode.INTERNAL, "An internal error occurred", request, Map.of());
            }
        };
    }

    private static Answer.Whole refused(Refused refused, Incoming request) {
        Answer.Whole answer = body(refused.code(), refused.sentence(), request, refused.fields());
        return refused.retryAfter()
                .map(wait -> answer.header("Retry-After", Long.toString(seconds(wait))))
                .orElse(answer);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static Answer.Whole body(ProblemCode code, String sentence, Incoming request, Map<String, String> fields) {
        var problem = new Problem(sentence, code.wire(), request.id(), fields.isEmpty() ? null : fields);
        return Answer.json(code.status(), Wire.problem(), problem);
    }
}
