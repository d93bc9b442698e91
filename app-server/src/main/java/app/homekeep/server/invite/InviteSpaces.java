// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.invite;

import app.homekeep.model.Invalid;
import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.space.SpaceGrant;
import app.homekeep.server.account.Actor;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.SharedSpaces;
import app.homekeep.server.store.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The shared spaces that come with invites. Where an account waits for its holder it is a member already,
/// or isn't, like any other; so only invites for somebody new bring spaces along. Thread-safe.
public final class InviteSpaces {
    private final InviteStore store = new InviteStore();
    private final SharedSpaces shared;

    public InviteSpaces(SharedSpaces shared) {
        this.shared = shared;
    }

    /// Gives spaces along with an invite that was just made.
    ///
    /// @return their names
    /// @throws Refused 403 for who may not manage spaces
    /// @throws Invalid when there is no such space, or one is named twice
    List<String> give(Transaction tx, String inviteId, List<SpaceGrant> grants, Actor by) {
        if (!grants.isEmpty() && !by.caller().may(Permission.SPACE_MANAGE)) {
            throw new Refused(ProblemCode.FORBIDDEN, "Only who manages spaces gives them along with an invite.");
        }
        var names = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (SpaceGrant grant : grants) {
            String name = shared.name(tx, grant.space())
                    .orElseThrow(() -> new Invalid("spaces", "One of these shared spaces is no more."));
            if (!seen.add(grant.space())) {
                throw new Invalid("spaces", name + " is named twice.");
            }
            store.insertSpace(tx.handle(), inviteId, new InviteSpace(grant.space(), name, grant.permissions()));
            names.add(name);
        }
        return names;
    }

    /// The names of the spaces that its holder will find, as they are called now.
    List<String> names(InviteRow invite, List<InviteSpace> coming) {
        if (invite.accountId().isPresent()) {
            return shared.names(invite.accountId().get());
        }
        return coming.stream()
                .map(space -> shared.name(space.spaceId()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// What comes with an invite that is about to be taken.
    List<InviteSpace> of(Transaction tx, String inviteId) {
        return store.spaces(tx.handle(), inviteId);
    }

    /// Makes the new account a member of what came with its invite.
    ///
    /// @return what came of it, for the audit log, each with a comma before it
    String admit(Transaction tx, List<InviteSpace> spaces, String accountId) {
        var told = new StringBuilder();
        for (InviteSpace space : spaces) {
            Optional<String> name = shared.admit(tx, space.spaceId(), accountId, space.permissions());
            told.append(name.map(found -> ", with the space " + found)
                    .orElse(", without the space " + space.name() + ", which is no more"));
        }
        return told.toString();
    }
}
