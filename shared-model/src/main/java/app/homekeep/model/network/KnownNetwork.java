// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.network;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Locale;

/// A network this computer is or was on, told from others by its router and its range of addresses.
///
/// @param gateway the router's address; empty where the network has none
/// @param prefix  its addresses, such as `192.168.1.0/24`
/// @param here    whether this computer is on it now
@Json(naming = Json.Naming.LowerUnderscore)
public record KnownNetwork(
        String id,
        String gateway,
        String prefix,
        Standing standing,
        boolean here,
        Instant firstSeenAt,
        Instant lastSeenAt) {
    /// What the owner has said of it.
    public enum Standing {
        /// The LAN door opens to it.
        HOME,
        /// The LAN door stays closed to it.
        AWAY,
        /// The owner was not asked yet: closed.
        UNKNOWN;

        /// The name on the wire: `home`, `away` or `unknown`.
        @Json.Value
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
