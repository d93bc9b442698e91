// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.secondfactor.SecondFactors;
import app.homekeep.server.store.Database;
import java.util.Optional;

/// The owner's way back in, at the machine: a new password, no second factor, and nothing open of what was before.
/// Thread-safe.
public final class OwnerReturn {
    private final Database database;
    private final Accounts accounts;
    private final NewPasswords newPasswords;
    private final SecondFactors factors;

    OwnerReturn(Database database, Accounts accounts, NewPasswords newPasswords, SecondFactors factors) {
        this.database = database;
        this.accounts = accounts;
        this.newPasswords = newPasswords;
        this.factors = factors;
    }

    /// @throws app.homekeep.model.Invalid when the password isn't good enough
    public void recover(String password, AuditEntry entry) {
        Account owner = accounts.owner().orElseThrow(Refused::notFound);
        newPasswords.check("password", password, owner.username(), owner.displayName());
        String hash = newPasswords.hash(password);
        database.write(tx -> {
            Account now =
                    accounts.credential(tx, owner.id()).map(Credential::account).orElseThrow(Refused::notFound);
            newPasswords.set(tx, factors.clear(tx, now), hash, Optional.empty(), entry);
            return now;
        });
    }
}
