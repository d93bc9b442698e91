// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.registration;

import java.time.Instant;
import java.util.Optional;

/// Somebody who has asked for an account.
///
/// @param hash of the password they chose, as a PHC string
record RegistrationRow(
        String id,
        String username,
        String displayName,
        Optional<String> message,
        String address,
        String hash,
        Instant createdAt) {
    /// Without the hash, so that it never gets into a log.
    @Override
    public String toString() {
        return "RegistrationRow[" + username + "]";
    }
}
