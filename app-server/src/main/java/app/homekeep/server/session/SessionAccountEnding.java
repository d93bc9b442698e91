// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.server.account.AccountEnding;
import app.homekeep.server.store.Transaction;
import java.util.Optional;

/// What becomes of an account's sessions when it comes to an end, or may do less.
final class SessionAccountEnding implements AccountEnding {
    private final SessionEnding ending;

    SessionAccountEnding(SessionEnding ending) {
        this.ending = ending;
    }

    @Override
    public void blocked(Transaction tx, String accountId) {
        ending.endAll(tx, accountId, Optional.empty(), EndReason.BLOCKED);
    }

    @Override
    public void deactivated(Transaction tx, String accountId) {
        ending.endAll(tx, accountId, Optional.empty(), EndReason.DEACTIVATED);
    }

    @Override
    public void roleChanged(Transaction tx, String accountId) {
        ending.cutAll(tx, accountId);
    }

    @Override
    public void forget(Transaction tx, String accountId) {
        ending.forgetAll(tx, accountId);
    }
}
