// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.account.Usernames;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.store.Transaction;
import java.util.Optional;

/// Looks at passwords: wherever one is asked for, it is counted and compared in the same way. Thread-safe.
public final class PasswordCheck {
    /// What came of it.
    ///
    /// @param credential the account of that name, as it was when its hash was compared
    /// @param deviceId   the known device it was given on
    /// @param right      whether it was the password
    public record Checked(
            Optional<Credential> credential, Optional<String> deviceId, boolean right, GuessGuard.Attempt attempt) {
        /// The account's name for the audit log.
        public String knownName() {
            return credential.map(found -> found.account().username()).orElse("-");
        }
    }

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final GuessGuard guard;
    private final KnownDevices devices;

    PasswordCheck(Accounts accounts, PasswordHashes hashes, GuessGuard guard, KnownDevices devices) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.guard = guard;
        this.devices = devices;
    }

    /// One hash is computed, whether the name is known or not and whether its account has a password or not, so that
    /// time does not tell.
    ///
    /// @throws app.homekeep.server.problem.Refused 429 after too many wrong ones; 503 `busy`
    public Checked check(String username, String password, Visit visit) {
        Optional<Credential> credential = accounts.credential(username);
        String id = credential.map(found -> found.account().id()).orElse("-");
        Optional<String> device = visit.deviceCookie().flatMap(cookie -> devices.recognise(cookie, id));
        var attempt = new GuessGuard.Attempt(Usernames.folded(username), visit.address(), device.isPresent());
        guard.admit(attempt);
        boolean right = hashes.check(password, credential.flatMap(Credential::phc));
        return new Checked(credential, device, right, attempt);
    }

    /// The account as it is in this transaction, where the password was right and is so still: it may have been
    /// changed while it was compared. Its wrong tries are forgotten.
    public Optional<Account> accept(Transaction tx, Checked checked) {
        return stillRight(tx, checked).filter(account -> {
            guard.succeeded(tx, checked.attempt());
            return true;
        });
    }

    /// The same, with the wrong tries still counted.
    Optional<Account> stillRight(Transaction tx, Checked checked) {
        if (!checked.right()) {
            return Optional.empty();
        }
        Credential before = checked.credential().orElseThrow();
        return accounts.credential(tx, before.account().id())
                .filter(now -> now.hash().equals(before.hash()))
                .map(Credential::account);
    }
}
