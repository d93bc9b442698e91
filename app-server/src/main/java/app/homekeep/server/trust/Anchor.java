// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import java.security.cert.X509Certificate;

/// What devices must trust before they open the LAN door without a warning.
public sealed interface Anchor {
    /// The home's own certificate authority.
    record HomeCa(X509Certificate root) implements Anchor {}

    /// The owner has a certificate of another authority's, which devices trust already, or the owner tells them to.
    record Own(X509Certificate certificate) implements Anchor {}

    /// There is no LAN door.
    record None() implements Anchor {}
}
