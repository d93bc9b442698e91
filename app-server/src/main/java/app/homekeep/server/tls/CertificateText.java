// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.certificate.DoorCertificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Tells people about a certificate.
final class CertificateText {
    private CertificateText() {}

    static DoorCertificate of(DoorCertificate.Kind kind, X509Certificate certificate, String fingerprint, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        long seconds = Duration.between(now, end).toSeconds();
        return new DoorCertificate(
                kind,
                CertificateRules.name(certificate),
                certificate.getIssuerX500Principal().getName(),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                end,
                Math.toIntExact(Math.floorDiv(seconds, Duration.ofDays(1).toSeconds())),
                fingerprint);
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            return AltName.inOrder(certificate).stream().map(AltName::text).toList();
        } catch (CertificateParsingException e) {
            throw new IllegalStateException("it was checked, or made here", e);
        }
    }
}
