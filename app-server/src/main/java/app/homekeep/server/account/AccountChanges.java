// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.ProfileChange;
import app.homekeep.model.account.UserChange;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes accounts: names, role, what is required of them, and whether they may be signed in to. A change, its audit
/// rows and what it ends are one transaction. Thread-safe.
public final class AccountChanges {
    private final Database database;
    private final Accounts accounts;
    private final AccountRights rights;
    private final AccountEnding ending;
    private final AuditLog audit;

    public AccountChanges(
            Database database, Accounts accounts, AccountRights rights, AccountEnding ending, AuditLog audit) {
        this.database = database;
        this.accounts = accounts;
        this.rights = rights;
        this.ending = ending;
        this.audit = audit;
    }

    /// Changes what is asked for, all or nothing.
    ///
    /// @throws app.homekeep.model.Invalid for a role that no account can be given
    /// @throws Refused 404; 403 when that is not theirs to do; 409 when the new name is taken
    public void change(String id, UserChange change, Actor actor) {
        database.write(tx -> {
            Credential before = accounts.credential(tx, id).orElseThrow(Refused::notFound);
            check(tx, before.account(), change, actor);
            Account after = before.account().with(change).in(state(before, change.blocked()));
            if (!after.equals(before.account())) {
                accounts.change(tx, after);
                note(tx, before.account(), after, actor);
            }
            return after;
        });
    }

    /// Ends sign-in for good: sessions and API keys go with it, and only somebody who manages accounts brings it back.
    ///
    /// @throws Refused 404; 403 when that is not theirs to do
    public void deactivate(String id, Actor actor) {
        database.write(tx -> {
            Account account =
                    accounts.credential(tx, id).orElseThrow(Refused::notFound).account();
            rights.end(actor, account);
            if (account.state() != AccountState.DEACTIVATED) {
                accounts.change(tx, account.in(AccountState.DEACTIVATED));
                ending.deactivated(tx, id);
                audit.append(tx, actor.note(AuditKind.USER_DEACTIVATE).target(account.username()));
            }
            return account;
        });
    }

    /// What somebody changes about themselves.
    ///
    /// @throws Refused 404 when the account is gone
    public void changeOwn(String id, ProfileChange change, Actor actor) {
        database.write(tx -> {
            Account before =
                    accounts.credential(tx, id).orElseThrow(Refused::notFound).account();
            Account after = before.called(change.displayName());
            if (!after.equals(before)) {
                accounts.change(tx, after);
                note(tx, before, after, actor);
            }
            return after;
        });
    }

    private void check(Transaction tx, Account account, UserChange change, Actor actor) {
        rights.change(actor, account);
        String role = change.role();
        if (role != null && !role.equals(account.role())) {
            rights.end(actor, account);
            rights.give(tx, actor, role);
        }
        if (Boolean.TRUE.equals(change.blocked())) {
            rights.end(actor, account);
        }
    }

    /// Whoever has no password yet is invited again, not active, when they are unblocked.
    private static AccountState state(Credential before, @Nullable Boolean blocked) {
        AccountState state = before.account().state();
        if (blocked == null || blocked == before.account().blocked()) {
            return state;
        }
        if (blocked) {
            return AccountState.BLOCKED;
        }
        return before.phc().isPresent() ? AccountState.ACTIVE : AccountState.INVITED;
    }

    private void note(Transaction tx, Account before, Account after, Actor actor) {
        String target = after.username();
        List<String> facts = facts(before, after);
        if (!facts.isEmpty()) {
            audit.append(tx, actor.note(AuditKind.USER_UPDATE).target(target).detail(String.join(", ", facts)));
        }
        if (!after.role().equals(before.role())) {
            ending.roleChanged(tx, after.id());
            String detail = before.role() + " → " + after.role();
            audit.append(tx, actor.note(AuditKind.ROLE_CHANGE).target(target).detail(detail));
        }
        if (after.blocked() && !before.blocked()) {
            ending.blocked(tx, after.id());
            audit.append(tx, actor.note(AuditKind.USER_BLOCK).target(target));
        }
        if (before.blocked() && !after.blocked()) {
            audit.append(
                    tx,
                    actor.note(AuditKind.USER_UNBLOCK)
                            .target(target)
                            .detail("was " + before.state().wire()));
        }
    }

    private static List<String> facts(Account before, Account after) {
        var facts = new ArrayList<String>();
        if (!after.username().equals(before.username())) {
            facts.add("username " + before.username() + " → " + after.username());
        }
        if (!after.displayName().equals(before.displayName())) {
            facts.add("name " + before.displayName() + " → " + after.displayName());
        }
        if (after.requireTotp() != before.requireTotp()) {
            facts.add(after.requireTotp() ? "second factor required" : "second factor no longer required");
        }
        if (after.approveDevices() != before.approveDevices()) {
            facts.add(after.approveDevices() ? "new devices are approved" : "new devices are no longer approved");
        }
        return facts;
    }
}
