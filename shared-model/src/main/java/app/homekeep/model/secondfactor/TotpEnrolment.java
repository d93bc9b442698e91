// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.secondfactor;

import io.avaje.jsonb.Json;

/// What an authenticator app must know; shown once.
///
/// @param secret     base32 without padding or spaces (RFC 4648)
/// @param otpauthUri the same as a link (Key URI Format)
/// @param qrSvg      the link as a QR code
@Json(naming = Json.Naming.LowerUnderscore)
public record TotpEnrolment(String secret, String otpauthUri, String qrSvg) {
    /// Without the secret, so that it never gets into a log.
    @Override
    public String toString() {
        return "TotpEnrolment";
    }
}
