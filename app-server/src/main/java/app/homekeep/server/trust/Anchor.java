// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import java.security.cert.X509Certificate;

/// What devices must trust before they open the LAN door without a warning.
public sealed interface Anchor {
    /// The home's own certificate authority.
    record HomeCa(X509Certificate root) implements Anchor {}

    /// The owner has a certificate that devices trust already: there is nothing to be told.
    record TrustedAlready() implements Anchor {}

    /// There is no LAN door.
    record None() implements Anchor {}
}
