// SPDX-License-Identifier: Apache-2.0
/// HTTPS at home: a certificate authority that can vouch for this home alone, and the certificate of its door.
///
/// Only [Issuer] and [GivenPem] touch Bouncy Castle: a usual start reads what is there with the JDK alone.
@NullMarked
package app.homekeep.server.tls;

import org.jspecify.annotations.NullMarked;
