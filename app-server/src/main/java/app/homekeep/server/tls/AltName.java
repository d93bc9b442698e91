// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// One name that a certificate is good for (RFC 5280, 4.2.1.6).
///
/// @param type as the JDK counts them: 2 a DNS name, 7 an address
record AltName(int type, String text) {
    static final int DNS = 2;
    static final int ADDRESS = 7;
    private static final Set<Object> KINDS = Set.of(DNS, ADDRESS);

    static AltName dns(String name) {
        return new AltName(DNS, name);
    }

    static AltName address(InetAddress address) {
        try {
            // Without its zone, which has no place in a certificate.
            return new AltName(
                    ADDRESS, InetAddress.getByAddress(address.getAddress()).getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has the length of an address", e);
        }
    }

    /// Those in a certificate.
    static Set<AltName> of(X509Certificate certificate) throws CertificateParsingException {
        return Set.copyOf(inOrder(certificate));
    }

    /// The same as they stand there. Names of other kinds, such as mail addresses, are left out.
    static List<AltName> inOrder(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> KINDS.contains(name.getFirst()))
                        .map(AltName::of)
                        .toList();
    }

    private static AltName of(List<?> typeAndText) {
        String text = String.valueOf(typeAndText.get(1));
        return typeAndText.getFirst() instanceof Integer type && type == ADDRESS
                ? address(InetAddress.ofLiteral(text))
                : dns(text);
    }
}
