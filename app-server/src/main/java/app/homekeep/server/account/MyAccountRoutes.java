// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.FilesFate;
import app.homekeep.model.account.ProfileChange;
import app.homekeep.model.account.User;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.audit.AuditFilter;
import app.homekeep.server.audit.AuditQuery;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.http.SetCookie;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// `/account`: what everybody may do with their own.
public final class MyAccountRoutes {
    private static final JsonType<User> USER = Wire.type(User.class);
    private static final JsonType<ProfileChange> CHANGE = Wire.type(ProfileChange.class);
    private static final JsonType<Page<AuditEvent>> ACTIVITY = Wire.page(AuditEvent.class);

    private final Accounts accounts;
    private final AccountChanges changes;
    private final AccountDeletion deletion;
    private final AuditQuery audit;
    private final Supplier<FilesFate> fate;
    private final Function<Request, List<SetCookie>> clearing;

    /// @param fate     what becomes of the files of whoever deletes their own account
    /// @param clearing the cookies that sign a browser out
    public MyAccountRoutes(
            Accounts accounts,
            AccountChanges changes,
            AccountDeletion deletion,
            AuditQuery audit,
            Supplier<FilesFate> fate,
            Function<Request, List<SetCookie>> clearing) {
        this.accounts = accounts;
        this.changes = changes;
        this.deletion = deletion;
        this.audit = audit;
        this.fate = fate;
        this.clearing = clearing;
    }

    public List<Route> routes() {
        return List.of(
                Route.delete(Routes.ACCOUNT, Access.steppedUp(), this::delete),
                Route.get(Routes.PROFILE, Access.known(), request -> profile(request.person())),
                Route.put(Routes.PROFILE, Access.signedIn(), this::change),
                Route.get(Routes.ACTIVITY, Access.signedIn(), this::activity));
    }

    private Answer delete(Request request) {
        deletion.deleteOwn(request.signedIn().userId(), fate.get(), Actor.of(request));
        return Answer.nothing().cookies(clearing.apply(request));
    }

    private Answer profile(Caller.Person person) {
        return Answer.ok(USER, accounts.user(person.userId()).orElseThrow(Refused::notFound));
    }

    private Answer change(Request request) {
        Caller.SignedIn signedIn = request.signedIn();
        changes.changeOwn(signedIn.userId(), request.json(CHANGE), Actor.of(request));
        return profile(signedIn);
    }

    /// What the log has under the account's name, since it has that name: whoever had it before is somebody else.
    private Answer activity(Request request) {
        User user = request.signedIn().user();
        Instant since = accounts.namedAt(user.id()).orElseThrow(Refused::notFound);
        AuditFilter filter = AuditFilter.by(user.username(), since);
        return Answer.ok(ACTIVITY, audit.page(filter, Paging.limit(request), Paging.after(request)));
    }
}
