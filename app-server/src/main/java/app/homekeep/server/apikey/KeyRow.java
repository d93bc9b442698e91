// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import app.homekeep.model.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// An API key as the database has it.
///
/// @param hash SHA-256 of its secret
record KeyRow(
        String id,
        String accountId,
        String name,
        byte[] hash,
        Set<Permission> permissions,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<LastUse> lastUse) {
    KeyRow {
        permissions = Set.copyOf(permissions);
    }

    boolean expired(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    /// When and from where it was last used.
    record LastUse(Instant at, String address) {}
}
