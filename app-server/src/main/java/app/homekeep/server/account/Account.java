// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import static java.util.Objects.requireNonNullElse;

import app.homekeep.model.Role;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.User;
import app.homekeep.model.account.UserChange;
import java.time.Instant;
import java.util.Optional;

/// Somebody who may sign in.
///
/// @param username       as typed when the account was made; unique in its folded form
/// @param role           the id of a role
/// @param totp           whether signing in takes a code
/// @param requireTotp    whether this very account must have a second factor
/// @param totpAskedAt    when its holder was first told so: grace counts from there
/// @param approveDevices whether this very account's new devices need the owner's yes
public record Account(
        String id,
        String username,
        String displayName,
        String role,
        AccountState state,
        boolean totp,
        boolean requireTotp,
        Optional<Instant> totpAskedAt,
        boolean approveDevices,
        Instant createdAt) {
    public boolean owner() {
        return role.equals(Role.OWNER.wire());
    }

    /// Whether signing in is refused.
    public boolean blocked() {
        return state == AccountState.BLOCKED || state == AccountState.DEACTIVATED;
    }

    /// The same in another state.
    public Account in(AccountState other) {
        return new Account(
                id, username, displayName, role, other, totp, requireTotp, totpAskedAt, approveDevices, createdAt);
    }

    /// The same with another display name.
    public Account called(String name) {
        return with(new UserChange(null, name, null, null, null, null));
    }

    /// The same with what was asked to be changed; its state is another matter.
    Account with(UserChange change) {
        return new Account(
                id,
                requireNonNullElse(change.username(), username),
                requireNonNullElse(change.displayName(), displayName),
                requireNonNullElse(change.role(), role),
                state,
                totp,
                requireNonNullElse(change.requireTotp(), requireTotp),
                totpAskedAt,
                requireNonNullElse(change.approveDevices(), approveDevices),
                createdAt);
    }

    User user(Optional<Instant> lastSeenAt) {
        return new User(
                id,
                username,
                displayName,
                role,
                state,
                blocked(),
                totp,
                requireTotp,
                approveDevices,
                createdAt,
                lastSeenAt.orElse(null));
    }

    /// As the API shows it, without the time it was last seen.
    public User user() {
        return user(Optional.empty());
    }
}
