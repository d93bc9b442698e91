// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.session.EndReason;
import app.homekeep.server.session.SessionEnding;
import app.homekeep.server.signin.HalfLogins;
import app.homekeep.server.store.Transaction;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What goes with every new password, whoever sets it and why: it is good enough, and whatever the old one had opened
/// ends with it. Thread-safe.
final class NewPasswords {
    private final ResetStore store = new ResetStore();
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final SessionEnding sessions;
    private final HalfLogins halfLogins;
    private final AuditLog audit;
    private final EventHub events;
    private final Supplier<String> serverName;

    NewPasswords(
            Accounts accounts,
            PasswordPolicy policy,
            PasswordHashes hashes,
            SessionEnding sessions,
            HalfLogins halfLogins,
            AuditLog audit,
            EventHub events,
            Supplier<String> serverName) {
        this.accounts = accounts;
        this.policy = policy;
        this.hashes = hashes;
        this.sessions = sessions;
        this.halfLogins = halfLogins;
        this.audit = audit;
        this.events = events;
        this.serverName = serverName;
    }

    /// @param field the member's name on the wire
    /// @param names how the account is called
    /// @throws app.homekeep.model.Invalid when it isn't good enough
    void check(String field, String password, String... names) {
        policy.check(
                field,
                password,
                Stream.concat(Stream.of(names), Stream.of(serverName.get())).toList());
    }

    /// @throws app.homekeep.server.problem.Refused 503 when too many are being computed
    String hash(String password) {
        return hashes.hash(password);
    }

    /// Puts it in force. Sessions and sign-ins on the way end; codes and requests for a new one are settled.
    ///
    /// @param except the session that goes on
    /// @param entry  who does it
    void set(Transaction tx, Account account, String hash, Optional<String> except, AuditEntry entry) {
        accounts.setPassword(tx, account.id(), hash);
        sessions.endAll(tx, account.id(), except, EndReason.PASSWORD);
        halfLogins.forget(tx, account.id());
        store.deleteCode(tx.handle(), account.id());
        if (store.deleteRequestOf(tx.handle(), account.id())) {
            tx.afterCommit(() -> events.publish(new EventHub.Event.RequestsChanged()));
        }
        audit.append(tx, entry.target(account.username()));
    }
}
