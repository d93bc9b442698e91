// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// What a door presents: a certificate, those that lead to its authority, and its key.
///
/// @param chain the door's own certificate first, each signed by the next
record KeyedChain(List<X509Certificate> chain, PrivateKey key) {
    KeyedChain {
        chain = List.copyOf(chain);
    }

    X509Certificate leaf() {
        return chain.getFirst();
    }

    /// Without the key.
    @Override
    public String toString() {
        return "KeyedChain[" + leaf().getSerialNumber().toString(16) + "]";
    }
}
