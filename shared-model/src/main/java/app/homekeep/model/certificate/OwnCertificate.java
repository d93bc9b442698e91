// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.certificate;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// A certificate of the owner's own, as PEM or as PKCS#12: one of the two.
///
/// @param chain    PEM: the certificate, then those that lead to its authority
/// @param key      PEM: its private key, PKCS#8 or as OpenSSL writes it, not encrypted
/// @param pkcs12   a PKCS#12 file in base64
/// @param password the PKCS#12 file's; null where it has none
@Json(naming = Json.Naming.LowerUnderscore)
public record OwnCertificate(
        @Nullable String chain,
        @Nullable String key,
        @Nullable String pkcs12,
        @Nullable String password) {
    /// Without the key, so that it never gets into a log.
    @Override
    public String toString() {
        return "OwnCertificate[" + (pkcs12 == null ? "PEM" : "PKCS#12") + "]";
    }
}
