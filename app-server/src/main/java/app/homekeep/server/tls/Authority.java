// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;

/// The home's certificate authority: the root that devices trust, whose key is gone, and the intermediate that it
/// signed.
///
/// @param sealedKey the intermediate's
record Authority(X509Certificate root, X509Certificate intermediate, byte[] sealedKey) {
    /// Whether its constraints let it vouch for a name or address.
    boolean permits(AltName name) {
        var selector = new X509CertSelector();
        try {
            selector.addPathToName(name.type(), name.text());
        } catch (IOException _) {
            return false;
        }
        return selector.match(intermediate);
    }
}
