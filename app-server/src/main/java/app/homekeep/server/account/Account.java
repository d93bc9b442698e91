// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Role;
import app.homekeep.model.account.User;
import java.time.Instant;
import java.util.Optional;

/// Somebody who may sign in.
///
/// @param username as typed when the account was made; unique in its folded form
public record Account(String id, String username, String displayName, Role role, boolean blocked, Instant createdAt) {
    User user(Optional<Instant> lastSeenAt) {
        return new User(id, username, displayName, role, blocked, createdAt, lastSeenAt.orElse(null));
    }

    /// As the API shows it, without the time it was last seen.
    public User user() {
        return user(Optional.empty());
    }
}
