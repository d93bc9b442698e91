// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import app.homekeep.model.Invalid;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.invite.InviteAcceptance;
import app.homekeep.model.invite.InviteOffer;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.code.SecretToken;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What who holds an invite can do with it: look at it, and accept it once. An unknown, spent, expired or revoked one
/// is the same to them. Thread-safe.
public final class Acceptances {
    private final Database database;
    private final InviteStore store = new InviteStore();
    private final InviteSpaces spaces;
    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;
    private final AuditLog audit;
    private final EventHub events;
    private final Supplier<String> serverName;
    private final Clock clock;

    public Acceptances(
            Database database,
            InviteSpaces spaces,
            Accounts accounts,
            PasswordHashes hashes,
            PasswordPolicy policy,
            AuditLog audit,
            EventHub events,
            Supplier<String> serverName,
            Clock clock) {
        this.database = database;
        this.spaces = spaces;
        this.accounts = accounts;
        this.hashes = hashes;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.serverName = serverName;
        this.clock = clock;
    }

    /// An invite that is good, with the account it belongs to.
    private record Good(InviteRow invite, Optional<Account> account) {}

    /// @throws Refused 404 when it is not good, or no more
    public InviteOffer offer(String token) {
        Good good = look(token);
        List<InviteSpace> coming =
                database.read(handle -> store.spaces(handle, good.invite().id()));
        return new InviteOffer(
                serverName.get(),
                good.invite().name().orElse(null),
                good.account().map(Account::username).orElse(null),
                good.invite().role(),
                spaces.names(good.invite(), coming),
                good.invite().expiresAt());
    }

    /// Makes the account, or gives the one it belongs to its password. A refusal leaves the invite as good as it was.
    ///
    /// @throws Refused 404 when it is not good, or no more; 409 when the name is taken
    /// @throws Invalid when a username is missing or one too many, or the password isn't good enough
    public Account accept(String token, InviteAcceptance acceptance, String address) {
        Good good = look(token);
        Account draft = draft(good, acceptance);
        policy.check("password", acceptance.password(), List.of(draft.username(), draft.displayName()));
        String hash = hashes.hash(acceptance.password());
        return database.write(tx -> {
            // They go with the invite's row.
            List<InviteSpace> coming = spaces.of(tx, good.invite().id());
            InviteRow taken = store.take(tx.handle(), new SecretToken(token).hash(), clock.instant())
                    .orElseThrow(Refused::notFound);
            AuditEntry entry = AuditEntry.by(AuditKind.INVITE_ACCEPT, draft.username(), address, Optional.empty());
            Account account = taken.accountId().isPresent()
                    ? activate(tx, taken.accountId().get(), acceptance, hash)
                    : make(tx, draft, hash, address);
            String with = spaces.admit(tx, coming, account.id());
            audit.append(tx, entry.target(account.username()).detail("invited by " + taken.byName() + with));
            tx.afterCommit(() -> events.publish(new EventHub.Event.RequestsChanged()));
            if (!coming.isEmpty()) {
                var concerned = Set.of(account.id());
                tx.afterCommit(() -> events.publish(new EventHub.Event.SpacesChanged(concerned)));
            }
            return account;
        });
    }

    private Account draft(Good good, InviteAcceptance acceptance) {
        String username = acceptance.username();
        if (good.account().isPresent()) {
            Account account = good.account().get();
            if (username != null && !username.equals(account.username())) {
                throw new Invalid("username", "This invite is for " + account.username() + ".");
            }
            return account;
        }
        if (username == null) {
            throw new Invalid("username", "This is needed.");
        }
        String display = Optional.ofNullable(acceptance.displayName())
                .or(good.invite()::name)
                .orElse(username);
        return accounts.draft(username, display, good.invite().role(), AccountState.ACTIVE);
    }

    private Account make(Transaction tx, Account account, String hash, String address) {
        accounts.add(
                tx, account, hash, AuditEntry.by(AuditKind.USER_CREATE, account.username(), address, Optional.empty()));
        return account;
    }

    /// The account may have been blocked, or deactivated, since it was looked at.
    private Account activate(Transaction tx, String id, InviteAcceptance acceptance, String hash) {
        Account waiting = accounts.credential(tx, id)
                .map(Credential::account)
                .filter(account -> account.state() == AccountState.INVITED)
                .orElseThrow(Refused::notFound);
        Account active = waiting.in(AccountState.ACTIVE)
                .called(Objects.requireNonNullElse(acceptance.displayName(), waiting.displayName()));
        accounts.change(tx, active);
        accounts.setPassword(tx, id, hash);
        return active;
    }

    private Good look(String token) {
        InviteRow invite = database.read(handle -> store.find(handle, new SecretToken(token).hash(), clock.instant()))
                .orElseThrow(Refused::notFound);
        if (invite.accountId().isEmpty()) {
            return new Good(invite, Optional.empty());
        }
        Account account = accounts.byId(invite.accountId().get())
                .filter(waiting -> waiting.state() == AccountState.INVITED)
                .orElseThrow(Refused::notFound);
        return new Good(invite, Optional.of(account));
    }
}
