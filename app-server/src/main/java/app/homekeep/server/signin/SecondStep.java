// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.secondfactor.TotpEnrolment;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.secondfactor.CodeCheck;
import app.homekeep.server.secondfactor.Confirmation;
import app.homekeep.server.secondfactor.SecondFactors;
import app.homekeep.server.secondfactor.ShownCode;
import app.homekeep.server.signin.HalfLogin.Stage;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.util.List;
import java.util.Optional;

/// The second step of signing in: a code, or the first code of an app that is set up on the way. Thread-safe.
public final class SecondStep {
    private final Database database;
    private final Accounts accounts;
    private final HalfLogins halfLogins;
    private final CodeCheck codes;
    private final SecondFactors factors;
    private final Admission admission;

    SecondStep(
            Database database,
            Accounts accounts,
            HalfLogins halfLogins,
            CodeCheck codes,
            SecondFactors factors,
            Admission admission) {
        this.database = database;
        this.accounts = accounts;
        this.halfLogins = halfLogins;
        this.codes = codes;
        this.factors = factors;
        this.admission = admission;
    }

    /// A seed for somebody who must set up a second factor before they are let in.
    ///
    /// @throws Refused 401 `ticket_expired`
    public TotpEnrolment enrol(String ticket) {
        Account account = halfLogins
                .find(ticket, Stage.ENROLMENT)
                .flatMap(half -> accounts.live(half.accountId()))
                .filter(found -> !found.blocked())
                .orElseThrow(SecondStep::expired);
        return factors.begin(account);
    }

    /// @return where the sign-in stands, refusals among it: 401 `ticket_expired` or `bad_code`, 403 `user_blocked`,
    ///         429 after too many wrong codes
    public Step show(String ticket, ShownCode shown, String address) {
        return database.write(tx -> {
            Optional<HalfLogin> half = halfLogins.find(tx, ticket);
            Optional<Account> account = half.flatMap(
                    found -> accounts.credential(tx, found.accountId()).map(Credential::account));
            if (half.isEmpty() || account.isEmpty()) {
                return new Step.Not(expired());
            }
            Optional<Step> barred = admission.barred(tx, account.get(), address);
            // It does not come back to life when the account does.
            barred.ifPresent(refused -> halfLogins.take(tx, ticket));
            return barred.orElseGet(() -> show(tx, ticket, half.get(), account.get(), shown, address));
        });
    }

    private Step show(Transaction tx, String ticket, HalfLogin half, Account account, ShownCode shown, String address) {
        return switch (half.stage()) {
            case SECOND_FACTOR -> code(tx, ticket, half, account, shown, address);
            case ENROLMENT -> firstCode(tx, ticket, half, account, shown, address);
            // Whoever waits for the owner has nothing to show.
            case APPROVAL -> new Step.Not(expired());
        };
    }

    private Step code(Transaction tx, String ticket, HalfLogin half, Account account, ShownCode shown, String address) {
        Optional<Refused> refusal = codes.check(tx, account, shown, address).refusal();
        if (refusal.isPresent()) {
            return wrong(tx, ticket, account, refusal.get(), address);
        }
        halfLogins.take(tx, ticket);
        return admission.proven(tx, account, half.pass().withCode(), address, List.of());
    }

    private Step firstCode(
            Transaction tx, String ticket, HalfLogin half, Account account, ShownCode shown, String address) {
        // One that was set up meanwhile is not replaced by somebody who has shown no code of it.
        if (account.totp() || !(shown instanceof ShownCode.Totp(String digits))) {
            return wrong(tx, ticket, account, notRight(), address);
        }
        AuditEntry entry = AuditEntry.by(AuditKind.TOTP_ENABLE, account.username(), address, Optional.empty());
        return switch (factors.confirm(tx, account, digits, Optional.empty(), entry)) {
            case Confirmation.Not(Refused refusal) -> wrong(tx, ticket, account, refusal, address);
            case Confirmation.Done(Account now, List<String> recoveryCodes) -> {
                halfLogins.take(tx, ticket);
                yield admission.proven(tx, now, half.pass().withCode(), address, recoveryCodes);
            }
        };
    }

    private Step wrong(Transaction tx, String ticket, Account account, Refused refusal, String address) {
        if (refusal.code() == ProblemCode.BAD_CODE) {
            halfLogins.countWrong(tx, ticket);
            admission.refused(tx, account, address, "the code was not right");
        }
        return new Step.Not(refusal);
    }

    static Refused expired() {
        return new Refused(ProblemCode.TICKET_EXPIRED, "This took too long. Please sign in again.");
    }

    private static Refused notRight() {
        return new Refused(ProblemCode.BAD_CODE, "That code is not right, or was used.");
    }
}
