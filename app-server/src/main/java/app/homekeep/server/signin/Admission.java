// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.secondfactor.TotpDuty;
import app.homekeep.server.session.Session;
import app.homekeep.server.session.Sessions;
import app.homekeep.server.session.Tokens;
import app.homekeep.server.signin.HalfLogin.Pass;
import app.homekeep.server.signin.HalfLogin.Stage;
import app.homekeep.server.store.Transaction;
import java.util.List;
import java.util.Optional;

/// The steps that a sign-in takes once its password was right, each inside a transaction in which the account was read.
/// Thread-safe.
public final class Admission {
    private static final List<String> CODES = List.of("totp", "recovery_code");
    private static final List<String> ENROLMENT = List.of("enrolment");

    private final Sessions sessions;
    private final HalfLogins halfLogins;
    private final TotpDuty duty;
    private final DeviceApproval approval;
    private final KnownDevices devices;
    private final AuditLog audit;

    Admission(
            Sessions sessions,
            HalfLogins halfLogins,
            TotpDuty duty,
            DeviceApproval approval,
            KnownDevices devices,
            AuditLog audit) {
        this.sessions = sessions;
        this.halfLogins = halfLogins;
        this.duty = duty;
        this.approval = approval;
        this.devices = devices;
        this.audit = audit;
    }

    /// Nobody comes in to an account that is blocked or deactivated, whatever they have shown.
    ///
    /// @return why not; empty where nothing is in the way
    Optional<Step> barred(Transaction tx, Account account, String address) {
        if (!account.blocked()) {
            return Optional.empty();
        }
        refused(tx, account, address, "the account is " + account.state().wire());
        return Optional.of(
                new Step.Not(new Refused(ProblemCode.USER_BLOCKED, "This account is blocked. Ask the owner.")));
    }

    /// A sign-in that was refused, in the log.
    void refused(Transaction tx, Account account, String address, String why) {
        audit.append(
                tx,
                AuditEntry.by(AuditKind.LOGIN_FAILED, account.username(), address, Optional.empty())
                        .target(account.username())
                        .detail(why)
                        .refused());
    }

    /// A code is needed.
    Step needsCode(Transaction tx, Account account, Pass pass) {
        return half(tx, Stage.SECOND_FACTOR, account, pass, CODES);
    }

    /// The account has no second factor: it may have to set one up first.
    Step withoutCode(Transaction tx, Account account, Pass pass, String address) {
        return switch (duty.demand(tx, account)) {
            case NOW -> half(tx, Stage.ENROLMENT, account, pass, ENROLMENT);
            case LATER -> proven(tx, account, pass, address, List.of());
        };
    }

    /// Everything was shown; where the owner wants to be asked about the device, that comes now.
    Step proven(Transaction tx, Account account, Pass pass, String address, List<String> recoveryCodes) {
        if (!approval.needed(account, pass.deviceId())) {
            return enter(tx, account, pass, address, recoveryCodes);
        }
        DeviceApproval.Question asked = approval.ask(tx, account, pass.device(), address);
        var question = new HalfLogin.Question(asked.id(), asked.number());
        String ticket = halfLogins.begin(
                tx, new HalfLogin(Stage.APPROVAL, account.id(), pass, Optional.of(question), asked.expiresAt()));
        return new Step.AwaitingApproval(asked.number(), ticket, asked.expiresAt(), recoveryCodes);
    }

    /// In: with a session that nobody could have known before.
    Step enter(Transaction tx, Account account, Pass pass, String address, List<String> recoveryCodes) {
        KnownDevices.Noted noted = devices.note(tx, account.id(), pass.deviceId(), pass.device(), address);
        Session session = sessions.begin(
                tx, account, pass.device(), address, pass.remember(), pass.amr(), Optional.of(noted.deviceId()));
        Tokens tokens = sessions.firstTokens(tx, session);
        audit.append(
                tx,
                AuditEntry.by(AuditKind.USER_LOGIN, account.username(), address, Optional.of(session.id()))
                        .detail(pass.device().name() + ", " + pass.device().browser()));
        return new Step.SignedIn(account.user(), tokens, noted.cookie(), recoveryCodes);
    }

    private Step half(Transaction tx, Stage stage, Account account, Pass pass, List<String> methods) {
        var half = new HalfLogin(stage, account.id(), pass, Optional.empty(), halfLogins.end());
        return new Step.SecondFactor(methods, halfLogins.begin(tx, half), half.expiresAt());
    }
}
