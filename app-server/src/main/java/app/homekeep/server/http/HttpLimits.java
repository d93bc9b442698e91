// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.time.Duration;

/// What one client may ask of the server at most.
///
/// @param headerBytes      of a request's line and headers together
/// @param headers          how many header lines
/// @param cookies          how many cookies
/// @param parameters       how many in a query
/// @param parse            until a request's headers, or a JSON body, must have arrived
/// @param idle             a connection may be silent; longer than the events' heartbeat
/// @param handshake        until a TLS handshake must be done
/// @param uploadGrace      before the upload's rate is looked at, and the longest silence in an upload
/// @param uploadRate       bytes a second that an upload must keep, on average
/// @param readerStall      how long a download's reader may take nothing
/// @param heartbeat        between two signs of life on an event stream
/// @param queuedEvents     waiting for one reader before it is cut
/// @param transfers        that run at the same time; more wait
/// @param waitingTransfers before further ones are refused
/// @param connections      open at the same time; a home door has a quarter of it at each of its addresses
/// @param streams          of one HTTP/2 connection at the same time
/// @param ioThreads        that do all reading and writing of small things
/// @param buffer           bytes of an I/O buffer
public record HttpLimits(
        int headerBytes,
        int headers,
        int cookies,
        int parameters,
        Duration parse,
        Duration idle,
        Duration handshake,
        Duration uploadGrace,
        int uploadRate,
        Duration readerStall,
        Duration heartbeat,
        int queuedEvents,
        int transfers,
        int waitingTransfers,
        int connections,
        int streams,
        int ioThreads,
        int buffer) {

    /// What security.md promises.
    public static HttpLimits standard() {
        return new HttpLimits(
                16 * 1024,
                64,
                20,
                100,
                Duration.ofSeconds(10),
                Duration.ofSeconds(120),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                1024,
                Duration.ofSeconds(60),
                Duration.ofSeconds(15),
                256,
                32,
                1000,
                1000,
                100,
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                // Undertow's own measure: with its framing, 16 KiB that still fit a TLS record.
                16 * 1024 - 20);
    }
}
