// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.registration;

import app.homekeep.model.Page;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.account.Acceptance;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.Registration;
import app.homekeep.model.account.RegistrationRequest;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.AccountRights;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Actor;
import app.homekeep.server.account.NewAccounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// People who ask for an account, and the owner's yes or no. Thread-safe.
public final class Registrations {
    /// How many may wait at once: strangers fill no disk.
    static final int MOST = 50;

    private final Database database;
    private final RegistrationStore store = new RegistrationStore();
    private final Accounts accounts;
    private final AccountRights rights;
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;
    private final AuditLog audit;
    private final EventHub events;
    private final BooleanSupplier open;
    private final Ids ids;
    private final Clock clock;

    /// @param open whether anybody may ask now
    public Registrations(
            Database database,
            Accounts accounts,
            AccountRights rights,
            PasswordHashes hashes,
            PasswordPolicy policy,
            AuditLog audit,
            EventHub events,
            BooleanSupplier open,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.rights = rights;
        this.hashes = hashes;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.open = open;
        this.ids = ids;
        this.clock = clock;
    }

    /// Keeps the wish, if it can be kept. Whoever asks never learns whether the name is taken: one hash and one write,
    /// always.
    ///
    /// @throws app.homekeep.model.Invalid when the password isn't good enough
    /// @throws Refused 403 `registration_closed`
    public void ask(Registration registration, String address) {
        if (!open.getAsBoolean()) {
            throw new Refused(ProblemCode.REGISTRATION_CLOSED, "Ask the owner of this server for an invite.");
        }
        String display = Objects.requireNonNullElse(registration.displayName(), registration.username());
        policy.check("password", registration.password(), List.of(registration.username(), display));
        var request = new RegistrationRow(
                ids.next(),
                registration.username(),
                display,
                Optional.ofNullable(registration.message()),
                address,
                hashes.hash(registration.password()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        database.write(tx -> {
            AuditEntry entry = AuditEntry.by(AuditKind.REGISTER, "-", address, Optional.empty())
                    .target(request.username());
            if (accounts.exists(tx, request.username())) {
                audit.append(
                        tx, entry.detail("there is an account of that name").refused());
            } else if (!store.insert(tx.handle(), request, MOST)) {
                audit.append(
                        tx, entry.detail("too many wait, or one of that name").refused());
            } else {
                audit.append(tx, entry);
                announce(tx);
            }
            return request;
        });
    }

    /// Those that wait, oldest first.
    public Page<RegistrationRequest> page(Optional<String> after, int limit) {
        List<RegistrationRequest> rows = database.read(handle -> store.open(handle, after.orElse(""), limit + 1));
        List<RegistrationRequest> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(shown, rows.size() > limit ? shown.getLast().id() : null);
    }

    /// Makes the account, with the password that was chosen.
    ///
    /// @throws Refused 404; 403 for a role that isn't theirs to give; 409 when the name is taken by now
    public CreatedUser accept(String id, Acceptance acceptance, Actor by) {
        return database.write(tx -> {
            RegistrationRow request = store.take(tx.handle(), id).orElseThrow(Refused::notFound);
            rights.give(tx, by, acceptance.role());
            Account account =
                    accounts.draft(request.username(), request.displayName(), acceptance.role(), AccountState.ACTIVE);
            accounts.add(tx, account, request.hash(), by.note(AuditKind.USER_CREATE));
            audit.append(tx, by.note(AuditKind.REGISTER_ACCEPT).target(account.username()));
            announce(tx);
            return NewAccounts.created(account, null);
        });
    }

    /// @throws Refused 404
    public void deny(String id, Actor by) {
        database.write(tx -> {
            RegistrationRow request = store.take(tx.handle(), id).orElseThrow(Refused::notFound);
            audit.append(tx, by.note(AuditKind.REGISTER_DENY).target(request.username()));
            announce(tx);
            return request;
        });
    }

    private void announce(Transaction tx) {
        tx.afterCommit(() -> events.publish(new EventHub.Event.RequestsChanged()));
    }
}
