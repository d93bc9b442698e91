// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.invite;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// An invite as it is shown once: its token is not kept.
///
/// @param url the page that accepts it, token included behind the `#`, by an address that works now
@Json(naming = Json.Naming.LowerUnderscore)
public record CreatedInvite(String id, String token, String url, Instant expiresAt) {
    /// Without the token, so that it never gets into a log.
    @Override
    public String toString() {
        return "CreatedInvite[" + id + "]";
    }
}
