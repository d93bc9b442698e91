// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Invalid;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a request's body as one JSON value of a type; what does not fit exactly is refused with where and why.
final class JsonBody {
    private static final Logger LOG = LoggerFactory.getLogger(JsonBody.class);

    private JsonBody() {}

    /// @throws Refused 415 when it isn't declared as JSON, 400 when it doesn't fit
    /// @throws Invalid when a value breaks a rule of its record
    static <T> T read(Incoming request, byte[] body, JsonType<T> type) {
        if (request.header("Content-Type").filter(JsonBody::isJson).isEmpty()) {
            throw new Refused(ProblemCode.TYPE_NOT_ALLOWED, "The body must be application/json.");
        }
        StrictJson json = StrictJson.of(body);
        try {
            T value = type.fromJson(json);
            json.end();
            if (value == null) {
                throw Refused.badField("", "This is needed.");
            }
            return value;
        } catch (Refused | Invalid refused) {
            throw refused;
        } catch (RuntimeException unfit) {
            // An adapter or a record that could not take what it got: an unknown name of an enumeration, a date that is
            // none, a member that is missing.
            LOG.debug("Request {} has a body that does not fit", request.id(), unfit);
            throw Refused.badField(json.location(), "This is missing or not one of the possible values.");
        }
    }

    private static boolean isJson(String type) {
        String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return essence.equals("application/json");
    }
}
