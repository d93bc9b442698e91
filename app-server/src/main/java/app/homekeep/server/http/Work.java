// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// Where a route's handler runs.
public enum Work {
    /// On the I/O thread itself: memory only, never blocks. The request has no body.
    INSTANT,
    /// On a virtual thread; the body was read before.
    VIRTUAL,
    /// On a worker (platform) thread, reading the body as a stream.
    UPLOAD
}
