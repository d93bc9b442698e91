// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.time.Instant;

/// One signed-in browser on one device, as the database has it.
///
/// @param device     what a person would call it
/// @param address    where it was last seen
/// @param remembered whether its cookies outlive the browser
/// @param generation how often its refresh token was renewed
/// @param expiresAt  when it ends, whatever happens
public record Session(
        String id,
        String accountId,
        Device device,
        String address,
        boolean remembered,
        long generation,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {}
