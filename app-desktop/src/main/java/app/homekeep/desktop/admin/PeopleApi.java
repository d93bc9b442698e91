// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.FilesFate;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.User;
import app.homekeep.model.account.UserChange;
import app.homekeep.model.invite.CreatedInvite;
import java.util.Optional;

/// Accounts. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface PeopleApi {
    Page<User> users(Optional<String> after);

    CreatedUser create(NewUser user);

    void change(String id, UserChange change);

    /// Ends signing in, sessions and API keys, until somebody activates the account again.
    void deactivate(String id);

    void delete(String id, FilesFate files);

    /// A new invite for an account whose holder has no password yet; the one before is void.
    CreatedInvite inviteAgain(String id);

    /// A one-time code by which its holder chooses a new password.
    ResetCode resetPassword(String id);
}
