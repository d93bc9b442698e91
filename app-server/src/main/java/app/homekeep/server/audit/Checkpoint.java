// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A signed head of the chain.
///
/// @param at        when it was signed, in milliseconds since 1970
/// @param hash      of the row
/// @param signature Ed25519 (RFC 8032) over [#signed]
record Checkpoint(long seq, long at, byte[] hash, String keyId, byte[] signature) {
    private static final byte[] FORMAT = "homekeep audit checkpoint 1".getBytes(StandardCharsets.US_ASCII);

    /// What is signed: a name for what it is, then number, time and hash.
    static byte[] signed(long seq, long at, byte[] hash) {
        return ByteBuffer.allocate(FORMAT.length + 2 * Long.BYTES + hash.length)
                .put(FORMAT)
                .putLong(seq)
                .putLong(at)
                .put(hash)
                .array();
    }
}
