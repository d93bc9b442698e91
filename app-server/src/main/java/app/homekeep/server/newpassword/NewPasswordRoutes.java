// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.newpassword;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.ForgottenPassword;
import app.homekeep.model.account.OwnerRecovery;
import app.homekeep.model.account.PasswordChange;
import app.homekeep.model.account.PasswordReset;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.ResetRequest;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.AccountRights;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Actor;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.Tokens;
import app.homekeep.server.signin.SessionCookies;
import app.homekeep.server.signin.Visit;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.function.Supplier;

/// New passwords: one's own, a forgotten one, one for somebody else, and the owner's at the machine.
public final class NewPasswordRoutes {
    private static final JsonType<PasswordChange> CHANGE = Wire.type(PasswordChange.class);
    private static final JsonType<ForgottenPassword> FORGOTTEN = Wire.type(ForgottenPassword.class);
    private static final JsonType<PasswordReset> RESET = Wire.type(PasswordReset.class);
    private static final JsonType<ResetCode> CODE = Wire.type(ResetCode.class);
    private static final JsonType<Page<ResetRequest>> REQUESTS = Wire.page(ResetRequest.class);
    private static final JsonType<OwnerRecovery> RECOVERY = Wire.type(OwnerRecovery.class);

    private final NewPasswordFeature passwords;
    private final Accounts accounts;
    private final AccountRights rights;
    private final SessionCookies cookies;
    private final Supplier<String> origin;

    /// @param origin how browsers reach the server's pages, for who asks at the machine
    public NewPasswordRoutes(
            NewPasswordFeature passwords,
            Accounts accounts,
            AccountRights rights,
            SessionCookies cookies,
            Supplier<String> origin) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.rights = rights;
        this.cookies = cookies;
        this.origin = origin;
    }

    public List<Route> routes() {
        Access manages = Access.manages(Permission.USER_MANAGE);
        return List.of(
                Route.post(Routes.PASSWORD, Access.signedIn(), this::change),
                Route.post(Routes.FORGOT_PASSWORD, Access.anyone(), this::forgot),
                Route.post(Routes.RESET_PASSWORD, Access.anyone(), this::reset),
                Route.post(Routes.USER_RESET_PASSWORD, manages, this::makeCode),
                Route.get(Routes.RESET_REQUESTS, manages, this::requests),
                Route.delete(Routes.RESET_REQUEST, manages, this::dismiss),
                Route.post(Routes.CONTROL_OWNER_RECOVER, Access.atTheMachine(), this::recover));
    }

    private Answer change(Request request) {
        Tokens tokens =
                passwords.changes().change(request.signedIn(), request.json(CHANGE), Visit.of(request, cookies));
        return Answer.nothing().cookies(cookies.carrying(tokens, request));
    }

    private Answer forgot(Request request) {
        passwords.forgotten().ask(request.json(FORGOTTEN).username(), request.address());
        return Answer.accepted();
    }

    private Answer reset(Request request) {
        passwords.resets().take(request.json(RESET), request.address());
        return Answer.nothing();
    }

    private Answer makeCode(Request request) {
        Account account = accounts.live(request.segment("id")).orElseThrow(Refused::notFound);
        rights.change(Actor.of(request), account);
        String page = request.caller() instanceof Caller.AtTheMachine ? origin.get() : request.origin();
        AuditEntry entry = AuditEntry.of(AuditKind.PASSWORD_RESET_CODE, request);
        return Answer.ok(CODE, passwords.resets().make(account, page, entry));
    }

    private Answer requests(Request request) {
        return Answer.ok(REQUESTS, passwords.forgotten().page(Paging.after(request), Paging.limit(request)));
    }

    private Answer dismiss(Request request) {
        passwords.forgotten().dismiss(request.segment("id"), AuditEntry.of(AuditKind.PASSWORD_FORGOTTEN, request));
        return Answer.nothing();
    }

    private Answer recover(Request request) {
        String password = request.json(RECOVERY).password();
        passwords.ownerReturn().recover(password, AuditEntry.of(AuditKind.OWNER_RECOVER, request));
        return Answer.nothing();
    }
}
