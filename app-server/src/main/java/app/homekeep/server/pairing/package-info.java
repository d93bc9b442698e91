// SPDX-License-Identifier: Apache-2.0
/// A device on its way in: from the QR code that the panel shows to the LAN door.
@NullMarked
package app.homekeep.server.pairing;

import org.jspecify.annotations.NullMarked;
