// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.server.access.Caller;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.role.Roles;

/// Whose account somebody who manages accounts may touch: the owner's and an administrator's are touched by the owner
/// alone. Thread-safe.
public final class Oversight {
    private final Roles roles;

    public Oversight(Roles roles) {
        this.roles = roles;
    }

    /// @throws Refused 403 when the account is above the caller
    public void demand(Caller caller, Account account) {
        boolean above = account.owner() || roles.manages(account.role());
        if (above && !isOwner(caller)) {
            throw new Refused(ProblemCode.FORBIDDEN, "Only the owner may change this account.");
        }
    }

    private static boolean isOwner(Caller caller) {
        return switch (caller) {
            case Caller.AtTheMachine atTheMachine -> true;
            case Caller.SignedIn signedIn -> signedIn.user().role().equals(Role.OWNER.wire());
            case Caller.ApiKey key -> false;
            case Caller.Anonymous anonymous -> false;
        };
    }
}
