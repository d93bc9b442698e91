// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.pairing;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One device on its way in, from the QR code to the LAN door. What is null has not happened yet.
///
/// @param url          what the QR code says: the trust page by an address that works now, with the one-time code
/// @param fingerprint  SHA-256 of the home CA, in hex, to compare with what the device shows; empty where the owner has
/// a
///                     certificate that devices trust already
/// @param device       what a person would call the device, once it came
/// @param address      its address, once it came
/// @param arrivedAt    when it opened the trust page
/// @param downloadedAt when it fetched the certificate
/// @param byAddressAt  when it came through the LAN door by the server's address
/// @param byNameAt     when it came through the LAN door by the server's name
/// @param trust        `unknown`, `warned` (came through, after its browser's warning) or `trusted`
@Json(naming = Json.Naming.LowerUnderscore)
public record Pairing(
        String id,
        String url,
        String fingerprint,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String device,
        @Nullable String address,
        @Nullable Instant arrivedAt,
        @Nullable Instant downloadedAt,
        @Nullable Instant byAddressAt,
        @Nullable Instant byNameAt,
        String trust) {
    /// Without the code.
    @Override
    public String toString() {
        return "Pairing[" + id + "]";
    }
}
