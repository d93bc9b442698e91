// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One signed-in browser on one device, as the database has it.
///
/// @param device     what a person would call it
/// @param address    where it was last seen
/// @param remembered whether its cookies outlive the browser
/// @param generation how often its refresh token was renewed
/// @param expiresAt  when it ends, whatever happens
/// @param amr        how its holder signed in, in the words of RFC 8176: `pwd`, `otp`
/// @param deviceId   the known device it was begun on
/// @param stepUp     when its holder last showed who they are
public record Session(
        String id,
        String accountId,
        Device device,
        String address,
        boolean remembered,
        long generation,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        List<String> amr,
        Optional<String> deviceId,
        StepUpMark stepUp) {
    public Session {
        amr = List.copyOf(amr);
    }
}
