// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as its holder and those who manage accounts see it.
///
/// @param username       what one signs in with; unique without regard to case
/// @param displayName    how the person is called on screen
/// @param role           the id of a role: `owner`, `admin`, `user`, `viewer` or one of the owner's own
/// @param blocked        whether signing in is refused: blocked or deactivated
/// @param totp           whether signing in takes a code of an authenticator app
/// @param requireTotp    whether this account must have one, whatever its role and the settings say
/// @param approveDevices whether its new devices need the owner's yes, whatever its role and the settings say
/// @param lastSeenAt     when any of the account's sessions was last used; null when never
@Json(naming = Json.Naming.LowerUnderscore)
public record User(
        String id,
        String username,
        String displayName,
        String role,
        AccountState state,
        boolean blocked,
        boolean totp,
        boolean requireTotp,
        boolean approveDevices,
        Instant createdAt,
        @Nullable Instant lastSeenAt) {
    /// An account that is new: nothing required of it, never seen.
    public static User active(String id, String username, String displayName, String role, Instant createdAt) {
        return new User(
                id, username, displayName, role, AccountState.ACTIVE, false, false, false, false, createdAt, null);
    }
}
