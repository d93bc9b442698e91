// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.apikey.ApiKey;
import app.homekeep.model.apikey.CreatedApiKey;
import app.homekeep.model.apikey.NewApiKey;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Optional;

/// `/api-keys`: one's own, and everybody's for those who manage accounts. At the machine one's own are the owner's.
public final class ApiKeyRoutes {
    private static final JsonType<NewApiKey> NEW = Wire.type(NewApiKey.class);
    private static final JsonType<CreatedApiKey> CREATED = Wire.type(CreatedApiKey.class);
    private static final JsonType<Page<ApiKey>> KEYS = Wire.page(ApiKey.class);
    private static final Access MANAGES = Access.manages(Permission.USER_MANAGE);

    /// Nobody but the owner may change roles: so everybody's keys, the owner's among them, end by the owner alone.
    private static final Access OWNS = Access.manages(Permission.ROLE_MANAGE);

    private final ApiKeys keys;
    private final Accounts accounts;

    public ApiKeyRoutes(ApiKeys keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Routes.API_KEYS, Access.signedIn(), this::list),
                Route.post(Routes.API_KEYS, Access.steppedUp(), this::create),
                Route.delete(Routes.API_KEYS, Access.signedIn(), this::revokeMany),
                Route.delete(Routes.API_KEY, Access.signedIn(), this::revoke));
    }

    private Answer list(Request request) {
        return Answer.ok(KEYS, keys.page(whose(request, MANAGES), Paging.after(request), Paging.limit(request)));
    }

    private Answer create(Request request) {
        CreatedApiKey created = keys.create(self(request), request.json(NEW), entry(AuditKind.API_KEY_CREATE, request));
        return Answer.json(201, CREATED, created);
    }

    private Answer revokeMany(Request request) {
        keys.revokeAll(whose(request, OWNS), entry(AuditKind.API_KEY_REVOKE, request));
        return Answer.nothing();
    }

    private Answer revoke(Request request) {
        String id = request.segment("id");
        String account = keys.accountOf(id).orElseThrow(Refused::notFound);
        if (!account.equals(self(request).id())) {
            if (!request.caller().may(Permission.USER_MANAGE)) {
                // The same answer as for a key that never was.
                throw Refused.notFound();
            }
            request.demand(MANAGES);
            if (accounts.owner().map(Account::id).filter(account::equals).isPresent()
                    && !(request.caller() instanceof Caller.AtTheMachine)) {
                throw new Refused(ProblemCode.FORBIDDEN, "The owner's keys are the owner's alone.");
            }
        }
        if (!keys.revoke(id, entry(AuditKind.API_KEY_REVOKE, request))) {
            throw Refused.notFound();
        }
        return Answer.nothing();
    }

    /// `?all=true` is about everybody's.
    ///
    /// @param forAll what that takes
    private Optional<String> whose(Request request, Access forAll) {
        if (request.query("all").filter("true"::equals).isPresent()) {
            request.demand(forAll);
            return Optional.empty();
        }
        return Optional.of(self(request).id());
    }

    private Account self(Request request) {
        Optional<Account> account = request.caller() instanceof Caller.AtTheMachine
                ? accounts.owner()
                : accounts.live(request.signedIn().userId());
        return account.orElseThrow(Refused::notFound);
    }

    private static AuditEntry entry(AuditKind kind, Request request) {
        return AuditEntry.of(kind, request);
    }
}
