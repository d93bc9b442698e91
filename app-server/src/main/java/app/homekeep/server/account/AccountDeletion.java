// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.account.FilesFate;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;

/// Deletes accounts: everything that points to one goes in one transaction, and what is on the disk after it. A crash
/// in between leaves a note of what is still to be done there. Thread-safe.
public final class AccountDeletion {
    private final Database database;
    private final Accounts accounts;
    private final AccountRights rights;
    private final AccountEnding ending;
    private final AccountFiles files;
    private final AuditLog audit;

    public AccountDeletion(
            Database database,
            Accounts accounts,
            AccountRights rights,
            AccountEnding ending,
            AccountFiles files,
            AuditLog audit) {
        this.database = database;
        this.accounts = accounts;
        this.rights = rights;
        this.ending = ending;
        this.files = files;
        this.audit = audit;
    }

    /// Deletes somebody else's account.
    ///
    /// @throws Refused 404; 403 when that is not theirs to do
    public void delete(String id, FilesFate fate, Actor actor) {
        database.write(tx -> {
            Account account = find(tx, id);
            rights.end(actor, account);
            delete(tx, account, fate, actor);
            return account;
        });
        files.settle();
    }

    /// Deletes one's own account.
    ///
    /// @throws Refused 403 for the owner
    public void deleteOwn(String id, FilesFate fate, Actor actor) {
        database.write(tx -> {
            Account account = find(tx, id);
            if (account.owner()) {
                throw new Refused(
                        ProblemCode.FORBIDDEN, "There is always an owner: the owner's account can't be deleted.");
            }
            delete(tx, account, fate, actor);
            return account;
        });
        files.settle();
    }

    /// The row itself goes last: others point to it.
    private void delete(Transaction tx, Account account, FilesFate fate, Actor actor) {
        ending.forget(tx, account.id());
        String files = this.files.leave(tx, account, fate);
        accounts.delete(tx, account.id());
        audit.append(
                tx, actor.note(AuditKind.USER_DELETE).target(account.username()).detail(files));
    }

    private Account find(Transaction tx, String id) {
        return accounts.credential(tx, id).orElseThrow(Refused::notFound).account();
    }
}
