// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.signin.StepUp;
import app.homekeep.model.signin.SteppedUp;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.secondfactor.CodeCheck;
import app.homekeep.server.secondfactor.ShownCode;
import app.homekeep.server.session.Sessions;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.util.Optional;

/// Lets whoever holds a session show again who they are, before something that matters. Thread-safe.
public final class StepUps {
    /// Decided inside the transaction; a refusal is thrown outside it.
    private sealed interface Outcome {
        record Done(SteppedUp until) implements Outcome {}

        record Not(Refused refusal) implements Outcome {}
    }

    private final Database database;
    private final PasswordCheck passwords;
    private final CodeCheck codes;
    private final Sessions sessions;
    private final AuditLog audit;

    StepUps(Database database, PasswordCheck passwords, CodeCheck codes, Sessions sessions, AuditLog audit) {
        this.database = database;
        this.passwords = passwords;
        this.codes = codes;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// @throws Refused 401 `bad_credentials`, `second_factor_required` or `bad_code`; 429 after too many wrong ones
    public SteppedUp stepUp(Caller.SignedIn caller, StepUp request, Visit visit) {
        PasswordCheck.Checked checked = passwords.check(caller.name(), request.password(), visit);
        Optional<ShownCode> code = ShownCode.of(request.totp(), request.recoveryCode());
        Outcome outcome = database.write(tx -> passwords
                .stillRight(tx, checked)
                .filter(account -> account.id().equals(caller.userId()))
                .map(account -> right(tx, caller, account, checked, code, visit.address()))
                .orElseGet(() -> not(
                        tx,
                        caller,
                        visit.address(),
                        new Refused(ProblemCode.BAD_CREDENTIALS, "That is not the password."))));
        return switch (outcome) {
            case Outcome.Done(SteppedUp until) -> until;
            case Outcome.Not(Refused refusal) -> throw refusal;
        };
    }

    private Outcome right(
            Transaction tx,
            Caller.SignedIn caller,
            Account account,
            PasswordCheck.Checked checked,
            Optional<ShownCode> code,
            String address) {
        passwords.accept(tx, checked);
        if (account.totp()) {
            if (code.isEmpty()) {
                return new Outcome.Not(
                        new Refused(ProblemCode.SECOND_FACTOR_REQUIRED, "A code of your app is needed as well."));
            }
            Optional<Refused> refusal =
                    codes.check(tx, account, code.get(), address).refusal();
            if (refusal.isPresent()) {
                return not(tx, caller, address, refusal.get());
            }
        }
        var until = new SteppedUp(sessions.stepUp(tx, caller.sessionId(), account.totp()), account.totp());
        audit.append(tx, entry(AuditKind.STEP_UP, caller, address));
        return new Outcome.Done(until);
    }

    private Outcome not(Transaction tx, Caller.SignedIn caller, String address, Refused refusal) {
        audit.append(tx, entry(AuditKind.STEP_UP_FAILED, caller, address).failed());
        return new Outcome.Not(refusal);
    }

    private static AuditEntry entry(AuditKind kind, Caller.SignedIn caller, String address) {
        return AuditEntry.by(kind, caller.name(), address, Optional.of(caller.sessionId()));
    }
}
