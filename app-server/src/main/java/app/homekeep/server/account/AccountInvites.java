// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.server.store.Transaction;

/// Invites by which the holder of an account that was made for them chooses a password.
@FunctionalInterface
public interface AccountInvites {
    /// Makes one, with its audit row; any other of the same account is void.
    CreatedInvite invite(Transaction tx, Account account, Actor by);
}
