// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.certificate;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The certificate that the LAN door shows.
///
/// @param names       the names and addresses it is good for
/// @param fingerprint SHA-256 of what a device is asked to trust, in hex: the home CA's root, or the own certificate
/// @param daysLeft    whole days until it ends; negative when it is over
@Json(naming = Json.Naming.LowerUnderscore)
public record DoorCertificate(
        Kind kind,
        String subject,
        String issuer,
        List<String> names,
        Instant startsAt,
        Instant expiresAt,
        int daysLeft,
        String fingerprint) {
    public DoorCertificate {
        names = List.copyOf(names);
    }

    /// Where it comes from.
    public enum Kind {
        /// Made by the home CA, renewed by itself.
        HOME,
        /// The owner's own.
        OWN;

        /// The name on the wire: `home` or `own`.
        @Json.Value
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
