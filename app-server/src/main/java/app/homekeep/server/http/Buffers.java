// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;

/// The pools of I/O buffers.
///
/// Each has a store that all threads share. Undertow's own pools have none: a buffer that one thread takes and another
/// gives back, as every download's are, is then neither used again nor freed, until no memory is left.
final class Buffers {
    /// Kept for use again, by each of the two pools: at most 16 MiB of plain ones and 17 MiB of records, 33 MiB
    /// together. More than a household's transfers need at a time.
    private static final int KEPT = 1024;
    private static final int KEPT_BY_A_THREAD = 4;
    /// A TLS record of 16 KiB with all that may be around it (RFC 8446 section 5.2).
    private static final int RECORD = 17 * 1024;

    private Buffers() {}

    /// For what is read and written.
    ///
    /// @param size of each, in bytes
    static ByteBufferPool plain(int size) {
        return new DefaultByteBufferPool(true, size, KEPT, KEPT_BY_A_THREAD);
    }

    /// For what is encrypted: on the heap, since the JDK's ciphers work on arrays and copy whatever lies elsewhere,
    /// which
    /// costs a fourth of a download's speed.
    static ByteBufferPool records() {
        return new DefaultByteBufferPool(false, RECORD, KEPT, KEPT_BY_A_THREAD);
    }
}
