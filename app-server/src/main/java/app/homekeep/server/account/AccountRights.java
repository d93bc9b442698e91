// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Invalid;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.role.Roles;
import app.homekeep.server.store.Transaction;

/// Who may do what to whom, for those who manage accounts at all. Thread-safe.
///
/// ```
///                  owner's account   administrators   everybody else
/// the owner        names, not state       all              all
/// administrators        nothing         nothing       all but more than they may themselves
/// ```
/// An administrator is whoever has a role that manages.
public final class AccountRights {
    private final Roles roles;

    public AccountRights(Roles roles) {
        this.roles = roles;
    }

    /// Before anything is changed about an account.
    ///
    /// @throws Refused 403
    public void change(Actor actor, Account account) {
        if (actor.owner()) {
            return;
        }
        if (account.owner()) {
            throw forbidden("Only the owner changes the owner's account.");
        }
        if (roles.manages(account.role())) {
            throw forbidden("Only the owner makes, changes and removes administrators.");
        }
    }

    /// Before an account is blocked, deactivated or deleted, or gets another role.
    ///
    /// @throws Refused 403
    public void end(Actor actor, Account account) {
        change(actor, account);
        if (account.owner()) {
            throw forbidden(
                    "There is always an owner: this account can't be blocked, deactivated, deleted or given another role.");
        }
        if (actor.is(account)) {
            throw forbidden("This is your own account.");
        }
    }

    /// Before an account or an invite gets a role.
    ///
    /// @throws Invalid for a role that no account can be given
    /// @throws Refused 403
    public void give(Transaction tx, Actor actor, String role) {
        if (!roles.assignable(tx, role)) {
            throw new Invalid("role", "There is no role of that name.");
        }
        if (actor.owner()) {
            return;
        }
        if (roles.manages(role)) {
            throw forbidden("Only the owner makes, changes and removes administrators.");
        }
        if (!actor.mayAll(roles.permissions(role))) {
            throw forbidden("This role may do more than you may yourself.");
        }
    }

    private static Refused forbidden(String sentence) {
        return new Refused(ProblemCode.FORBIDDEN, sentence);
    }
}
