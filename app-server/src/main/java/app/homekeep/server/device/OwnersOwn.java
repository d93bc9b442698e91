// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Account;
import app.homekeep.server.problem.Refused;

/// The owner's devices are decided on by the owner alone: an administrator could else let himself in as the owner, or
/// put the owner out.
final class OwnersOwn {
    private OwnersOwn() {}

    /// @throws Refused 403 when somebody else manages the owner's devices
    static void check(Caller caller, Account account) {
        boolean owner = switch (caller) {
            case Caller.AtTheMachine atTheMachine -> true;
            case Caller.Person person -> person.userId().equals(account.id());
            case Caller.Anonymous nobody -> false;
        };
        if (account.owner() && !owner) {
            throw new Refused(ProblemCode.FORBIDDEN, "Only the owner may do that.");
        }
    }
}
