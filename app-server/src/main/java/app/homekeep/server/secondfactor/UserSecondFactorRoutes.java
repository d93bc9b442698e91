// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.secondfactor.RecoveryCodes;
import app.homekeep.server.access.Access;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.AccountRights;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Actor;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import java.util.List;
import java.util.Optional;

/// `/users/{id}/totp-…`: somebody else's second factor, for those who manage accounts.
public final class UserSecondFactorRoutes {
    private final SecondFactors factors;
    private final Accounts accounts;
    private final AccountRights rights;

    public UserSecondFactorRoutes(SecondFactors factors, Accounts accounts, AccountRights rights) {
        this.factors = factors;
        this.accounts = accounts;
        this.rights = rights;
    }

    public List<Route> routes() {
        Access access = Access.manages(Permission.USER_MANAGE);
        return List.of(
                Route.post(Routes.USER_TOTP_ENROLMENT, access, this::begin),
                Route.post(Routes.USER_TOTP_CONFIRM, access, this::confirm),
                Route.post(Routes.USER_TOTP_RESET, access, this::reset));
    }

    private Answer begin(Request request) {
        return Answer.ok(SecondFactorRoutes.ENROLMENT, factors.begin(account(request)));
    }

    private Answer confirm(Request request) {
        String id = account(request).id();
        String code = request.json(SecondFactorRoutes.CODE).code();
        AuditEntry entry = AuditEntry.of(AuditKind.TOTP_ENABLE, request);
        return Answer.ok(
                SecondFactorRoutes.RECOVERY_CODES,
                new RecoveryCodes(factors.confirm(id, code, Optional.empty(), entry)));
    }

    private Answer reset(Request request) {
        factors.reset(account(request).id(), AuditEntry.of(AuditKind.TOTP_RESET, request));
        return Answer.nothing();
    }

    private Account account(Request request) {
        Account account = accounts.live(request.segment("id")).orElseThrow(Refused::notFound);
        rights.change(Actor.of(request), account);
        return account;
    }
}
