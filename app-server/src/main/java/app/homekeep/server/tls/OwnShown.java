// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/// The owner's own certificate, ready to be presented.
///
/// @param hosts the DNS names it is for, in lower case, in its own order; `*.` stands for any one label
record OwnShown(X509Certificate certificate, SSLContext context, List<String> hosts) {
    /// A host of two labels or more (RFC 1123 section 2.1), and none that means the device itself.
    private static final Pattern LINK = Pattern.compile(
            "(?!.*\\.localhost$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    static OwnShown of(KeyedChain own, SecureRandom random) {
        return new OwnShown(own.leaf(), OneKey.context(own, random), hosts(own.leaf()));
    }

    private static List<String> hosts(X509Certificate certificate) {
        try {
            return AltName.inOrder(certificate).stream()
                    .filter(name -> name.type() == AltName.DNS)
                    .map(name -> name.text().toLowerCase(Locale.ROOT))
                    .toList();
        } catch (CertificateParsingException e) {
            throw new IllegalStateException("it was checked", e);
        }
    }

    /// Whether it is for that host (RFC 9525 section 6.3).
    boolean names(String host) {
        int dot = host.indexOf('.');
        String wildcard = dot > 0 ? "*" + host.substring(dot) : "";
        return hosts.contains(host) || (!wildcard.isEmpty() && hosts.contains(wildcard));
    }

    /// The first name that a link can have and other devices can know.
    Optional<String> linkName() {
        return hosts.stream().filter(name -> LINK.matcher(name).matches()).findFirst();
    }
}
