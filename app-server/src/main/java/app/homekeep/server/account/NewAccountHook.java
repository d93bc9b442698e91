// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.server.store.Transaction;

/// What else must exist once an account does, made in the same transaction: its personal space.
@FunctionalInterface
public interface NewAccountHook {
    void made(Transaction tx, Account account);
}
