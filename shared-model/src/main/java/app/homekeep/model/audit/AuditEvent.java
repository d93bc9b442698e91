// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.audit;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit log.
///
/// @param seq     counts up by one, without holes
/// @param event   what happened, such as `USER_LOGIN`
/// @param actor   the username of who did it; `owner` over the control door, `-` where nobody is known
/// @param address where the request came from; `-` for what the server did by itself
/// @param session the session it was done in
/// @param target  what it was done to
/// @param outcome `SUCCESS`, `REFUSED` or `FAILED`
/// @param detail  one line for a person; never a secret
/// @param hash    SHA-256 over this row and the one before, in hex
@Json(naming = Json.Naming.LowerUnderscore)
public record AuditEvent(
        long seq,
        Instant at,
        String event,
        String actor,
        String address,
        @Nullable String session,
        @Nullable String target,
        String outcome,
        @Nullable String detail,
        String hash) {}
