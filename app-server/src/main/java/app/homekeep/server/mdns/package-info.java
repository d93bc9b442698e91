// SPDX-License-Identifier: Apache-2.0
/// The server's name on the home network, by multicast DNS (RFC 6762) and service discovery (RFC 6763).
@NullMarked
package app.homekeep.server.mdns;

import org.jspecify.annotations.NullMarked;
