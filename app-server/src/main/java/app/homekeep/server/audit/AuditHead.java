// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import java.util.HexFormat;

/// The newest row, which stands for all before it.
///
/// @param seq  0 before the first row
/// @param at   in milliseconds since 1970
/// @param hash of that row
public record AuditHead(long seq, long at, byte[] hash) {
    static final AuditHead NONE = new AuditHead(0, 0, ChainHash.beforeFirst());

    public AuditHead {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    /// The hash in hex; empty before the first row.
    public String hex() {
        return seq == 0 ? "" : HexFormat.of().formatHex(hash);
    }

    static AuditHead of(AuditRow row) {
        return new AuditHead(row.seq(), row.at(), row.hash());
    }
}
