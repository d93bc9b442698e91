// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// A one-time code for a new password; shown once.
///
/// @param code for people to read to each other, such as `7KQ4-M2XD-9TRA-C6WN`
/// @param url  the page that takes it, code included behind the `#`
@Json(naming = Json.Naming.LowerUnderscore)
public record ResetCode(String username, String code, String url, Instant expiresAt) {
    /// Without the code, so that it never gets into a log.
    @Override
    public String toString() {
        return "ResetCode[" + username + "]";
    }
}
