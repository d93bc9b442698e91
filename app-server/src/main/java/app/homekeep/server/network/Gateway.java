// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.net.InetAddress;
import java.util.Optional;

/// The router of a network.
///
/// @param hardware its hardware address in lower case, such as `02:fc:00:00:00:05`; empty where the system does not
/// know
record Gateway(InetAddress address, Optional<String> hardware) {}
