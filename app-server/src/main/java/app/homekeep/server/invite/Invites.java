// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import app.homekeep.model.Invalid;
import app.homekeep.model.Page;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.invite.Invite;
import app.homekeep.model.invite.NewInvite;
import app.homekeep.model.space.SpaceGrant;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.AccountEnding;
import app.homekeep.server.account.AccountInvites;
import app.homekeep.server.account.AccountRights;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Actor;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.code.SecretToken;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes invites, shows them and takes them back. An invite goes with the rights of who made it, so that nobody leaves
/// a way in behind. Thread-safe.
public final class Invites implements AccountInvites, AccountEnding {
    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Database database;
    private final InviteStore store = new InviteStore();
    private final Accounts accounts;
    private final AccountRights rights;
    private final InviteSpaces spaces;
    private final AuditLog audit;
    private final EventHub events;
    private final Supplier<String> origin;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    /// @param origin where links lead, such as `https://192.168.1.20:8443`
    public Invites(
            Database database,
            Accounts accounts,
            AccountRights rights,
            InviteSpaces spaces,
            AuditLog audit,
            EventHub events,
            Supplier<String> origin,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.rights = rights;
        this.spaces = spaces;
        this.audit = audit;
        this.events = events;
        this.origin = origin;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /// Makes an invite for somebody new.
    ///
    /// @throws Invalid for a role that no account can be given, a space that is none, or a time that is past
    ///     or too far off
    /// @throws Refused 403 for a role or a space that isn't theirs to give
    public CreatedInvite create(NewInvite request, Actor by) {
        Instant now = now();
        Instant expires = Optional.ofNullable(request.expiresAt())
                .map(time -> time.truncatedTo(ChronoUnit.MILLIS))
                .orElse(now.plus(GOOD_FOR));
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            throw new Invalid("expires_at", "Use a time within the next " + LONGEST.toDays() + " days.");
        }
        return database.write(tx -> {
            rights.give(tx, by, request.role());
            InviteRow invite = new InviteRow(
                    ids.next(),
                    Optional.ofNullable(request.name()),
                    request.role(),
                    Optional.empty(),
                    makerId(by),
                    by.name(),
                    now,
                    expires);
            List<SpaceGrant> grants = Optional.ofNullable(request.spaces()).orElse(List.of());
            return insert(tx, invite, grants, invite.name().orElse(invite.id()), by);
        });
    }

    /// A new invite for an account whose holder has not chosen a password yet; the one before is void.
    ///
    /// @throws Refused 404; 403 when that is not theirs to do; 409 when there is a password
    public CreatedInvite again(String accountId, Actor by) {
        return database.write(tx -> {
            Account account = accounts.credential(tx, accountId)
                    .orElseThrow(Refused::notFound)
                    .account();
            rights.change(by, account);
            if (account.state() != AccountState.INVITED) {
                throw new Refused(
                        ProblemCode.CONFLICT, "This account doesn't wait for its holder. Reset its password instead.");
            }
            return invite(tx, account, by);
        });
    }

    @Override
    public CreatedInvite invite(Transaction tx, Account account, Actor by) {
        store.deleteOf(tx.handle(), account.id());
        Instant now = now();
        InviteRow invite = new InviteRow(
                ids.next(),
                Optional.of(account.displayName()),
                account.role(),
                Optional.of(account.id()),
                makerId(by),
                by.name(),
                now,
                now.plus(GOOD_FOR));
        return insert(tx, invite, List.of(), account.username(), by);
    }

    /// Those that can still be accepted, newest first.
    public Page<Invite> page(Optional<String> after, int limit) {
        List<InviteStore.Named> rows = database.read(handle -> store.open(handle, now(), after, limit + 1));
        List<Invite> shown = rows.stream().limit(limit).map(this::shown).toList();
        return new Page<>(shown, rows.size() > limit ? shown.getLast().id() : null);
    }

    private Invite shown(InviteStore.Named named) {
        InviteRow invite = named.invite();
        return new Invite(
                invite.id(),
                invite.name().orElse(null),
                named.username().orElse(null),
                invite.role(),
                spaces.names(invite, named.spaces()),
                invite.byName(),
                invite.createdAt(),
                invite.expiresAt());
    }

    /// Takes an invite back.
    ///
    /// @throws Refused 404 when there is no such open one; 403 for an administrator's, which is the owner's to take
    public void revoke(String id, Actor by) {
        database.write(tx -> {
            InviteRow invite = store.delete(tx.handle(), id, now()).orElseThrow(Refused::notFound);
            rights.give(tx, by, invite.role());
            audit.append(
                    tx, by.note(AuditKind.INVITE_REVOKE).target(invite.name().orElse(invite.id())));
            announce(tx);
            return invite;
        });
    }

    @Override
    public void blocked(Transaction tx, String accountId) {
        made(tx, accountId);
    }

    @Override
    public void roleChanged(Transaction tx, String accountId) {
        made(tx, accountId);
    }

    @Override
    public void deactivated(Transaction tx, String accountId) {
        made(tx, accountId);
        store.deleteOf(tx.handle(), accountId);
    }

    @Override
    public void forget(Transaction tx, String accountId) {
        deactivated(tx, accountId);
    }

    /// Takes back those that somebody with a role made which may do something else from now on.
    public void roleEdited(Transaction tx, String role) {
        int gone = store.deleteByRole(tx.handle(), role);
        if (gone > 0) {
            audit.append(
                    tx,
                    AuditEntry.system(AuditKind.INVITE_REVOKE)
                            .target(role)
                            .detail(gone + " open, made by accounts with this role"));
            announce(tx);
        }
    }

    /// Those that somebody made who may do less from now on.
    private void made(Transaction tx, String accountId) {
        int gone = store.deleteBy(tx.handle(), accountId);
        if (gone > 0) {
            String makers = accounts.credential(tx, accountId)
                    .map(found -> found.account().username())
                    .orElse(accountId);
            audit.append(
                    tx,
                    AuditEntry.system(AuditKind.INVITE_REVOKE)
                            .target(makers)
                            .detail(gone + " open, made by this account"));
            announce(tx);
        }
    }

    private CreatedInvite insert(Transaction tx, InviteRow invite, List<SpaceGrant> grants, String target, Actor by) {
        SecretToken token = SecretToken.random(random);
        store.deleteExpired(tx.handle(), invite.createdAt());
        store.insert(tx.handle(), invite, token.hash());
        List<String> given = spaces.give(tx, invite.id(), grants, by);
        String with = given.isEmpty() ? "" : ", with the spaces " + String.join(", ", given);
        audit.append(
                tx,
                by.note(AuditKind.INVITE_CREATE)
                        .target(target)
                        .detail("role " + invite.role() + with + ", until " + invite.expiresAt()));
        announce(tx);
        String url = origin.get() + "/invite#" + token.text();
        return new CreatedInvite(invite.id(), token.text(), url, invite.expiresAt());
    }

    private void announce(Transaction tx) {
        tx.afterCommit(() -> events.publish(new EventHub.Event.RequestsChanged()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<String> makerId(Actor by) {
        return by.caller() instanceof Caller.Person person ? Optional.of(person.userId()) : Optional.empty();
    }
}
