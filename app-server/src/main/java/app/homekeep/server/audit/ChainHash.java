// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/// The hash of a row: SHA-256 over the hash of the row before and all of this row's columns, each written so that no
/// two different rows have the same bytes.
///
/// ```
/// "homekeep audit 1" · hash before (32 bytes; zeros before the first row)
/// seq, at      8 bytes, big-endian
/// each text    01, its length in UTF-8 (4 bytes, big-endian), its bytes; a missing one is 00
/// in the order event, actor, address, session, target, outcome, detail
/// ```
final class ChainHash {
    static final int BYTES = 32;

    private static final byte[] FORMAT = "homekeep audit 1".getBytes(StandardCharsets.US_ASCII);

    private ChainHash() {}

    /// What stands for the hash before the first row.
    static byte[] beforeFirst() {
        return new byte[BYTES];
    }

    static byte[] of(byte[] before, AuditRow row) {
        try {
            var bytes = new ByteArrayOutputStream(256);
            var out = new DataOutputStream(bytes);
            out.write(FORMAT);
            out.write(before);
            out.writeLong(row.seq());
            out.writeLong(row.at());
            write(out, Optional.of(row.event()));
            write(out, Optional.of(row.actor()));
            write(out, Optional.of(row.address()));
            write(out, row.session());
            write(out, row.target());
            write(out, Optional.of(row.outcome()));
            write(out, row.detail());
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        if (text.isEmpty()) {
            out.writeByte(0);
            return;
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        out.writeByte(1);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
