// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// Says which names a door answers to. Called for each request on an I/O thread: memory only.
@FunctionalInterface
public interface HostNames {
    /// @param host the request's `Host` in lower case, without port and without the brackets of an IPv6 address
    boolean ours(DoorKind door, String host);
}
