// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/// The door's certificate and its key.
record Leaf(X509Certificate certificate, PrivateKey key) {
    private static final Duration LEFT_AT_LEAST = Duration.ofDays(90);

    /// Whether it need not be made anew. Names it has beyond those wanted do no harm: a network that comes and goes
    /// makes no new certificate each time.
    boolean serves(Collection<AltName> wanted, Instant now) {
        try {
            return AltName.of(certificate).containsAll(wanted)
                    && !now.isBefore(certificate.getNotBefore().toInstant())
                    && now.plus(LEFT_AT_LEAST)
                            .isBefore(certificate.getNotAfter().toInstant());
        } catch (CertificateParsingException _) {
            return false;
        }
    }

    /// Without the key.
    @Override
    public String toString() {
        return "Leaf[" + certificate.getSerialNumber().toString(16) + "]";
    }
}
