// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.secondfactor.SecondFactors;
import app.homekeep.server.session.SessionEnding;
import app.homekeep.server.session.Sessions;
import app.homekeep.server.signin.GuessGuard;
import app.homekeep.server.signin.HalfLogins;
import app.homekeep.server.signin.PasswordCheck;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/// The parts of new passwords, put together.
public record NewPasswordFeature(
        PasswordChanges changes, ForgottenPasswords forgotten, ResetCodes resets, OwnerReturn ownerReturn) {
    /// @param serverName must not be a password
    public static NewPasswordFeature of(
            Database database,
            Accounts accounts,
            PasswordPolicy policy,
            PasswordHashes hashes,
            Sessions sessions,
            SessionEnding ending,
            HalfLogins halfLogins,
            PasswordCheck passwords,
            SecondFactors factors,
            GuessGuard guard,
            PasswordNotice notice,
            AuditLog audit,
            EventHub events,
            Supplier<String> serverName,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        var newPasswords = new NewPasswords(accounts, policy, hashes, ending, halfLogins, audit, events, serverName);
        return new NewPasswordFeature(
                new PasswordChanges(database, passwords, newPasswords, sessions, audit),
                new ForgottenPasswords(database, accounts, notice, audit, events, ids, clock),
                new ResetCodes(database, accounts, newPasswords, guard, audit, events, random, clock),
                new OwnerReturn(database, accounts, newPasswords, factors));
    }
}
