// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.time.Duration;
import java.util.Optional;

/// A cookie to set: always `HttpOnly`.
///
/// @param maxAge empty for one that ends with the browser; zero to clear it
public record SetCookie(
        String name, String value, String path, boolean secure, SameSite sameSite, Optional<Duration> maxAge) {
    /// What a browser does with it on requests from elsewhere.
    public enum SameSite {
        LAX("Lax"),
        STRICT("Strict");

        private final String wire;

        SameSite(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }
}
