// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `run/server.json`: where the running server is found and the key to its control door. Never printed.
///
/// @param lan     the LAN door under its name; null when closed
/// @param welcome the welcome door under its address; null when closed
@Json(naming = Json.Naming.LowerUnderscore)
public record RunFile(
        long pid,
        String version,
        Instant startedAt,
        Control control,
        String local,
        @Nullable String lan,
        @Nullable String welcome) {

    /// @param url   the control door's origin, such as `http://127.0.0.1:41234`
    /// @param token the bearer token it takes, new at each start
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Control(String url, String token) {
        /// Without the token, so that it never gets into a log.
        @Override
        public String toString() {
            return "Control[" + url + "]";
        }
    }
}
