// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.lockdown;

import app.homekeep.server.apikey.ApiKeys;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.session.EndReason;
import app.homekeep.server.session.SessionEnding;
import app.homekeep.server.signin.HalfLogins;
import app.homekeep.server.store.Transaction;
import java.util.Optional;
import java.util.function.Function;

/// What a lockdown ends: every session, every API key, every sign-in on its way.
public record Endings(SessionEnding sessions, ApiKeys apiKeys, HalfLogins halfLogins) {
    /// How many there were.
    record Ended(int sessions, int apiKeys) {}

    /// @param by an entry of a kind, done by whoever locks down
    Ended all(Transaction tx, Function<AuditKind, AuditEntry> by) {
        halfLogins.forgetAll(tx);
        int ended = sessions.revokeAll(
                tx, Optional.empty(), Optional.empty(), EndReason.OWNER, by.apply(AuditKind.SESSION_REVOKED));
        int revoked = apiKeys.revokeAll(tx, Optional.empty(), by.apply(AuditKind.API_KEY_REVOKE));
        return new Ended(ended, revoked);
    }
}
