// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.secondfactor.SecondFactorFeature;
import app.homekeep.server.session.Sessions;
import app.homekeep.server.store.Database;

/// The parts of signing in, put together.
public record SignInFeature(
        SignIn signIn,
        SecondStep secondStep,
        ThirdStep thirdStep,
        StepUps stepUps,
        PasswordCheck passwords,
        Admission admission) {
    public static SignInFeature of(
            Database database,
            Accounts accounts,
            PasswordHashes hashes,
            Sessions sessions,
            HalfLogins halfLogins,
            SecondFactorFeature secondFactor,
            GuessGuard guard,
            KnownDevices devices,
            DeviceApproval approval,
            AuditLog audit) {
        var passwords = new PasswordCheck(accounts, hashes, guard, devices);
        var admission = new Admission(sessions, halfLogins, secondFactor.duty(), approval, devices, audit);
        return new SignInFeature(
                new SignIn(database, accounts, passwords, secondFactor.codes(), admission, audit),
                new SecondStep(database, accounts, halfLogins, secondFactor.codes(), secondFactor.factors(), admission),
                new ThirdStep(database, accounts, halfLogins, approval, admission),
                new StepUps(database, passwords, secondFactor.codes(), sessions, audit),
                passwords,
                admission);
    }
}
