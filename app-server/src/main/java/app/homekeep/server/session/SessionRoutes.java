// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.session.SessionInfo;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
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

/// One's own sessions, and everybody's for those who manage them.
public final class SessionRoutes {
    private static final JsonType<Page<SessionInfo>> SESSIONS = Wire.page(SessionInfo.class);

    private final SessionList list;
    private final SessionEnding ending;
    private final Accounts accounts;

    public SessionRoutes(SessionList list, SessionEnding ending, Accounts accounts) {
        this.list = list;
        this.ending = ending;
        this.accounts = accounts;
    }

    public List<Route> routes() {
        Access manages = Access.manages(Permission.SESSION_MANAGE);
        return List.of(
                Route.get(Routes.MY_SESSIONS, Access.signedIn(), this::mine),
                Route.delete(Routes.MY_SESSIONS, Access.signedIn(), this::endMyOthers),
                Route.delete(Routes.MY_SESSION, Access.signedIn(), this::endMine),
                Route.get(Routes.SESSIONS, manages, this::all),
                Route.delete(Routes.SESSIONS, manages, this::endMany),
                Route.delete(Routes.SESSION, manages, this::endOne));
    }

    private Answer mine(Request request) {
        Caller.SignedIn caller = request.signedIn();
        return Answer.ok(
                SESSIONS,
                list.page(
                        Optional.of(caller.userId()),
                        Optional.of(caller.sessionId()),
                        Paging.after(request),
                        Paging.limit(request)));
    }

    private Answer endMine(Request request) {
        return end(request, Optional.of(request.signedIn().userId()), EndReason.USER);
    }

    private Answer endMyOthers(Request request) {
        Caller.SignedIn caller = request.signedIn();
        ending.revokeAll(Optional.of(caller.userId()), Optional.of(caller.sessionId()), EndReason.USER, entry(request));
        return Answer.nothing();
    }

    private Answer all(Request request) {
        return Answer.ok(
                SESSIONS, list.page(account(request), Optional.empty(), Paging.after(request), Paging.limit(request)));
    }

    private Answer endOne(Request request) {
        return end(request, Optional.empty(), EndReason.OWNER);
    }

    /// `?user=NAME` ends that account's, `?all=true` everybody's; one of them must be said.
    private Answer endMany(Request request) {
        Optional<String> account = account(request);
        boolean all = request.query("all").map("true"::equals).orElse(false);
        if (account.isPresent() == all) {
            throw Refused.badField("user", "Say whose sessions to end: user=NAME, or all=true.");
        }
        ending.revokeAll(account, Optional.empty(), EndReason.OWNER, entry(request));
        return Answer.nothing();
    }

    private Answer end(Request request, Optional<String> owner, EndReason reason) {
        if (!ending.revoke(request.segment("id"), owner, reason, entry(request))) {
            throw Refused.notFound();
        }
        return Answer.nothing();
    }

    private Optional<String> account(Request request) {
        return request.query("user").map(name -> accounts.idOf(name).orElseThrow(Refused::notFound));
    }

    private static AuditEntry entry(Request request) {
        return AuditEntry.of(AuditKind.SESSION_REVOKED, request);
    }
}
