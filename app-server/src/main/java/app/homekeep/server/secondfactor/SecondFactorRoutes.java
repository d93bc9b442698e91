// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.secondfactor.RecoveryCodes;
import app.homekeep.model.secondfactor.TotpCode;
import app.homekeep.model.secondfactor.TotpEnrolment;
import app.homekeep.model.secondfactor.TotpStatus;
import app.homekeep.server.access.Access;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Optional;

/// `/auth/totp` and `/auth/recovery-codes`: one's own second factor.
public final class SecondFactorRoutes {
    static final JsonType<TotpCode> CODE = Wire.type(TotpCode.class);
    static final JsonType<TotpEnrolment> ENROLMENT = Wire.type(TotpEnrolment.class);
    static final JsonType<RecoveryCodes> RECOVERY_CODES = Wire.type(RecoveryCodes.class);
    private static final JsonType<TotpStatus> STATUS = Wire.type(TotpStatus.class);

    private final SecondFactors factors;
    private final Accounts accounts;

    public SecondFactorRoutes(SecondFactors factors, Accounts accounts) {
        this.factors = factors;
        this.accounts = accounts;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Routes.TOTP, Access.signedIn(), this::status),
                Route.post(Routes.TOTP_ENROLMENT, Access.steppedUp(), this::begin),
                // The seed was shown to somebody who had just shown their password.
                Route.post(Routes.TOTP_CONFIRM, Access.signedIn(), this::confirm),
                Route.delete(Routes.TOTP, Access.steppedUp(), this::disable),
                Route.post(Routes.RECOVERY_CODES, Access.steppedUp(), this::renew));
    }

    private Answer status(Request request) {
        return Answer.ok(STATUS, factors.status(account(request)));
    }

    private Answer begin(Request request) {
        return Answer.ok(ENROLMENT, factors.begin(account(request)));
    }

    private Answer confirm(Request request) {
        var caller = request.signedIn();
        List<String> codes = factors.confirm(
                caller.userId(),
                request.json(CODE).code(),
                Optional.of(caller.sessionId()),
                AuditEntry.of(AuditKind.TOTP_ENABLE, request));
        return Answer.ok(RECOVERY_CODES, new RecoveryCodes(codes));
    }

    private Answer disable(Request request) {
        var caller = request.signedIn();
        factors.disable(caller.userId(), caller.sessionId(), AuditEntry.of(AuditKind.TOTP_DISABLE, request));
        return Answer.nothing();
    }

    private Answer renew(Request request) {
        var caller = request.signedIn();
        AuditEntry entry = AuditEntry.of(AuditKind.RECOVERY_CODES_CREATE, request);
        return Answer.ok(
                RECOVERY_CODES,
                new RecoveryCodes(factors.renewRecoveryCodes(caller.userId(), caller.sessionId(), entry)));
    }

    private Account account(Request request) {
        return accounts.live(request.signedIn().userId()).orElseThrow(Refused::notFound);
    }
}
