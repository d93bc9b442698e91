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

    /// The value of a `Set-Cookie` header (RFC 6265 section 4.1).
    String wire() {
        var wire = new StringBuilder(name)
                .append('=')
                .append(value)
                .append("; Path=")
                .append(path);
        maxAge.ifPresent(age -> wire.append("; Max-Age=").append(age.toSeconds()));
        return wire.append(secure ? "; Secure" : "")
                .append("; HttpOnly; SameSite=")
                .append(sameSite.wire())
                .toString();
    }

    /// Without the value, so that it never gets into a log.
    @Override
    public String toString() {
        return "SetCookie[" + name + "]";
    }
}
