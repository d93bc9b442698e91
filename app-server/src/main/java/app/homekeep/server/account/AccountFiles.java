// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.account.FilesFate;
import app.homekeep.server.store.Transaction;

/// What becomes of a deleted account's files.
public interface AccountFiles {
    /// Takes its space away and notes what is to be done on the disk.
    ///
    /// @return what becomes of them, for the audit log
    String leave(Transaction tx, Account account, FilesFate fate);

    /// Does what was noted, once that is durable. What can't be done now is done at the next start.
    void settle();
}
