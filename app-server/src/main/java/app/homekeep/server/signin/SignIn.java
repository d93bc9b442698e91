// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.Rules;
import app.homekeep.model.signin.SignInRequest;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.secondfactor.CodeCheck;
import app.homekeep.server.secondfactor.ShownCode;
import app.homekeep.server.session.Device;
import app.homekeep.server.signin.HalfLogin.Pass;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.util.List;
import java.util.Optional;

/// The first step of signing in: the password. Thread-safe.
///
/// ```
/// password ──▶ second factor, or its enrolment ──▶ the owner's yes to the device ──▶ in
///          └── none needed ──────────────────────┘ └── none needed ──────────────┘
/// ```
public final class SignIn {
    private final Database database;
    private final Accounts accounts;
    private final PasswordCheck passwords;
    private final CodeCheck codes;
    private final Admission admission;
    private final AuditLog audit;

    SignIn(
            Database database,
            Accounts accounts,
            PasswordCheck passwords,
            CodeCheck codes,
            Admission admission,
            AuditLog audit) {
        this.database = database;
        this.accounts = accounts;
        this.passwords = passwords;
        this.codes = codes;
        this.admission = admission;
        this.audit = audit;
    }

    /// @return where it stands, refusals among it: 401 `bad_credentials`; only after the right password 403
    ///         `user_blocked`, and where a code came along 401 `bad_code` or 429
    /// @throws Refused 429 after too many wrong passwords; 503 `busy`
    public Step signIn(SignInRequest request, Visit visit) {
        String totp = request.totp() == null ? null : Rules.code("totp", request.totp());
        PasswordCheck.Checked checked = passwords.check(request.username(), request.password(), visit);
        var device = Device.of(Optional.ofNullable(request.deviceName()), visit.userAgent());
        var pass = new Pass(device, request.remember(), checked.deviceId(), List.of("pwd"));
        Step step = database.write(tx -> passwords
                .stillRight(tx, checked)
                .map(account -> right(tx, account, checked, pass, ShownCode.of(totp, null), visit.address()))
                .orElseGet(() -> wrong(tx, request.username(), checked, visit.address())));
        if (checked.right()) {
            accounts.renewHash(checked.credential().orElseThrow(), request.password());
        }
        return step;
    }

    private Step right(
            Transaction tx,
            Account account,
            PasswordCheck.Checked checked,
            Pass pass,
            Optional<ShownCode> code,
            String address) {
        Optional<Step> barred = admission.barred(tx, account, address);
        if (barred.isPresent()) {
            return barred.get();
        }
        passwords.accept(tx, checked);
        if (!account.totp()) {
            return admission.withoutCode(tx, account, pass, address);
        }
        if (code.isEmpty()) {
            return admission.needsCode(tx, account, pass);
        }
        Optional<Refused> refusal =
                codes.check(tx, account, code.get(), address).refusal();
        if (refusal.isPresent()) {
            admission.refused(tx, account, address, "the code was not right");
            return new Step.Not(refusal.get());
        }
        return admission.proven(tx, account, pass.withCode(), address, List.of());
    }

    private Step wrong(Transaction tx, String username, PasswordCheck.Checked checked, String address) {
        audit.append(
                tx,
                AuditEntry.by(AuditKind.LOGIN_FAILED, checked.knownName(), address, Optional.empty())
                        .target(username)
                        .failed());
        return new Step.Not(new Refused(ProblemCode.BAD_CREDENTIALS, "That name and password don't go together."));
    }
}
