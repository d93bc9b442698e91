// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.time.Instant;

/// What a browser carries for its session.
///
/// @param access           the JWT
/// @param accessExpiresAt  when it must be renewed
/// @param refresh          the single-use token to renew it with
/// @param sessionExpiresAt when the session ends
/// @param remembered       whether the cookies outlive the browser
public record Tokens(
        String access, Instant accessExpiresAt, String refresh, Instant sessionExpiresAt, boolean remembered) {
    /// Without the tokens, so that they never get into a log.
    @Override
    public String toString() {
        return "Tokens[until " + sessionExpiresAt + "]";
    }
}
