// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.invite.Invite;
import app.homekeep.model.invite.NewInvite;
import java.util.List;

/// Invites that can still be accepted. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface InvitesApi {
    List<Invite> invites();

    /// @return its link, which is shown this once
    CreatedInvite invite(NewInvite invite);

    void revoke(String id);
}
