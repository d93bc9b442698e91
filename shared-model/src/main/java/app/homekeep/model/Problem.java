// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import io.avaje.jsonb.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of every answer that refuses something.
///
/// @param error     one sentence for a person
/// @param code      a [ProblemCode] as it stands on the wire; text, so that an older reader understands a newer server
/// @param requestId the id the server's log has too
/// @param fields    what is wrong with which member of the request; only with status 400
@Json(naming = Json.Naming.LowerUnderscore)
public record Problem(
        String error,
        String code,
        String requestId,
        @Nullable Map<String, String> fields) {}
