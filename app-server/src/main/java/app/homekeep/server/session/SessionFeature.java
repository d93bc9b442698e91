// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.server.account.AccountEnding;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.OpenExchanges;
import app.homekeep.server.role.Roles;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import java.security.SecureRandom;
import java.time.Clock;

/// The session feature put together: what the composition root needs of it.
///
/// @param sessions begins, renews and finds them
/// @param ending   ends them
/// @param list     shows them
public record SessionFeature(Sessions sessions, SessionEnding ending, SessionList list) {
    /// What becomes of sessions when their account comes to an end.
    public AccountEnding accountEnding() {
        return new SessionAccountEnding(ending);
    }

    /// @param serverId what makes this server's tokens its own
    public static SessionFeature of(
            Database database,
            Accounts accounts,
            Roles roles,
            SigningKeys keys,
            String serverId,
            Lifetimes lifetimes,
            OpenExchanges exchanges,
            EventHub events,
            AuditLog audit,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        var live = new LiveSessions();
        var tokens = new AccessTokens(keys, serverId, clock);
        var ending = new SessionEnding(database, live, exchanges, events, audit, clock);
        var sessions =
                new Sessions(database, accounts, roles, tokens, live, ending, lifetimes, events, ids, random, clock);
        return new SessionFeature(sessions, ending, new SessionList(database, live, clock));
    }
}
