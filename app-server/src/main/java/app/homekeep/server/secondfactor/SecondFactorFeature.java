// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.role.Roles;
import app.homekeep.server.session.SessionEnding;
import app.homekeep.server.store.Database;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/// The parts of the second factor, put together.
public record SecondFactorFeature(SecondFactors factors, CodeCheck codes, TotpDuty duty) {
    /// @param serverName what apps show beside the username
    public static SecondFactorFeature of(
            Database database,
            Accounts accounts,
            Roles roles,
            Keyring keyring,
            SessionEnding sessions,
            SignInsUnderWay underWay,
            AuditLog audit,
            TotpRule rule,
            Supplier<String> serverName,
            SecureRandom random,
            Clock clock) {
        var sealed = new SealedSeeds(keyring.box(Purpose.TOTP));
        var recovery = new RecoverySet(database, keyring, random);
        var codes = new CodeCheck(sealed, recovery, audit, clock);
        var duty = new TotpDuty(accounts, roles, rule, clock);
        var factors = new SecondFactors(
                database,
                accounts,
                sealed,
                recovery,
                codes,
                duty,
                sessions,
                underWay,
                audit,
                serverName,
                random,
                clock);
        return new SecondFactorFeature(factors, codes, duty);
    }
}
