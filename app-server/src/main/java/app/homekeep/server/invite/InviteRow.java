// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import java.time.Instant;
import java.util.Optional;

/// An invite as it is kept, but for its token.
///
/// @param name      whom it is for
/// @param accountId the account whose holder chooses a password by it; empty where a new one is made
/// @param byId      the account of who made it; empty for the owner at the machine
record InviteRow(
        String id,
        Optional<String> name,
        String role,
        Optional<String> accountId,
        Optional<String> byId,
        String byName,
        Instant createdAt,
        Instant expiresAt) {}
