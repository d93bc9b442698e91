// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.time.Instant;
import java.util.Optional;

/// A key as the database has it.
///
/// @param wrapped  the key, sealed by the master key for this row
/// @param retireAt when a retiring key stops being good
record KeyRow(
        String id, String purpose, boolean active, byte[] wrapped, Instant createdAt, Optional<Instant> retireAt) {
    /// Ties what is wrapped to its row: keys can't change places or purposes.
    static String associated(String id, String purpose, Instant createdAt) {
        return "keys:" + id + ":" + purpose + ":" + createdAt.toEpochMilli() + ":v1";
    }

    String associated() {
        return associated(id, purpose, createdAt);
    }
}
