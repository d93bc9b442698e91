// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.server.store.Transaction;
import java.util.List;

/// What a feature does with what it keeps for an account when that account comes to an end, or may do less. All of it
/// in the transaction of the cause, which writes the audit row.
public interface AccountEnding {
    /// Nobody may sign in to it for a while.
    default void blocked(Transaction tx, String accountId) {}

    /// Nobody may sign in to it, for good until somebody activates it again: what it could come in with is void.
    default void deactivated(Transaction tx, String accountId) {}

    /// Its role is another one.
    default void roleChanged(Transaction tx, String accountId) {}

    /// It is deleted: every row that points to it goes.
    default void forget(Transaction tx, String accountId) {}

    /// All of them as one, in their order.
    static AccountEnding all(List<AccountEnding> each) {
        List<AccountEnding> endings = List.copyOf(each);
        return new AccountEnding() {
            @Override
            public void blocked(Transaction tx, String accountId) {
                endings.forEach(ending -> ending.blocked(tx, accountId));
            }

            @Override
            public void deactivated(Transaction tx, String accountId) {
                endings.forEach(ending -> ending.deactivated(tx, accountId));
            }

            @Override
            public void roleChanged(Transaction tx, String accountId) {
                endings.forEach(ending -> ending.roleChanged(tx, accountId));
            }

            @Override
            public void forget(Transaction tx, String accountId) {
                endings.forEach(ending -> ending.forget(tx, accountId));
            }
        };
    }
}
