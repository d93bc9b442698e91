// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.account.PasswordChange;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.Sessions;
import app.homekeep.server.session.Tokens;
import app.homekeep.server.signin.PasswordCheck;
import app.homekeep.server.signin.Visit;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.util.Optional;

/// A new password by who knows the old one. Thread-safe.
public final class PasswordChanges {
    private final Database database;
    private final PasswordCheck passwords;
    private final NewPasswords newPasswords;
    private final Sessions sessions;
    private final AuditLog audit;

    PasswordChanges(
            Database database, PasswordCheck passwords, NewPasswords newPasswords, Sessions sessions, AuditLog audit) {
        this.database = database;
        this.passwords = passwords;
        this.newPasswords = newPasswords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Changes it; the other sessions end.
    ///
    /// @return fresh tokens for the session that asks: those it had are good no more
    /// @throws Refused                    403 `step_up_required` where there is a second factor that was not shown
    ///                                    lately; 401 `bad_credentials`; 429
    /// @throws app.homekeep.model.Invalid when the new one isn't good enough
    public Tokens change(Caller.SignedIn caller, PasswordChange request, Visit visit) {
        if (caller.user().totp() && !caller.proof().strong()) {
            throw new Refused(ProblemCode.STEP_UP_REQUIRED, "Please show again that it is you.");
        }
        newPasswords.check(
                "new",
                request.replacement(),
                caller.user().username(),
                caller.user().displayName());
        PasswordCheck.Checked checked = passwords.check(caller.name(), request.current(), visit);
        if (!checked.right()) {
            throw wrong(caller, visit);
        }
        String hash = newPasswords.hash(request.replacement());
        return database.write(tx -> change(tx, caller, checked, hash, visit)).orElseThrow(() -> wrong(caller, visit));
    }

    private Optional<Tokens> change(
            Transaction tx, Caller.SignedIn caller, PasswordCheck.Checked checked, String hash, Visit visit) {
        Optional<Account> account =
                passwords.accept(tx, checked).filter(found -> found.id().equals(caller.userId()));
        account.ifPresent(
                found -> newPasswords.set(tx, found, hash, Optional.of(caller.sessionId()), entry(caller, visit)));
        return account.map(found -> sessions.reissue(tx, caller.sessionId(), visit.address()));
    }

    private Refused wrong(Caller.SignedIn caller, Visit visit) {
        database.write(tx -> {
            audit.append(tx, entry(caller, visit).failed());
            return caller;
        });
        return new Refused(ProblemCode.BAD_CREDENTIALS, "That is not the password you use now.");
    }

    private static AuditEntry entry(Caller.SignedIn caller, Visit visit) {
        return AuditEntry.by(
                AuditKind.PASSWORD_CHANGE, caller.name(), visit.address(), Optional.of(caller.sessionId()));
    }
}
