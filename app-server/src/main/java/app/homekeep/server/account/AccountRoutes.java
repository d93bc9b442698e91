// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.FilesFate;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.User;
import app.homekeep.model.account.UserChange;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `/users`: the accounts, for those who manage them.
public final class AccountRoutes {
    private static final JsonType<CreatedUser> CREATED = Wire.type(CreatedUser.class);
    private static final JsonType<NewUser> NEW_USER = Wire.type(NewUser.class);
    private static final JsonType<UserChange> CHANGE = Wire.type(UserChange.class);
    private static final JsonType<User> USER = Wire.type(User.class);
    private static final JsonType<Page<User>> USERS = Wire.page(User.class);

    private final Accounts accounts;
    private final NewAccounts making;
    private final AccountChanges changes;
    private final AccountDeletion deletion;

    public AccountRoutes(Accounts accounts, NewAccounts making, AccountChanges changes, AccountDeletion deletion) {
        this.accounts = accounts;
        this.making = making;
        this.changes = changes;
        this.deletion = deletion;
    }

    public List<Route> routes() {
        Access access = Access.manages(Permission.USER_MANAGE);
        return List.of(
                Route.get(Routes.USERS, access, this::list),
                Route.post(Routes.USERS, access, this::create),
                Route.get(Routes.USER, access, request -> user(request.segment("id"))),
                Route.patch(Routes.USER, access, this::change),
                Route.delete(Routes.USER, access, this::delete),
                Route.post(Routes.USER_DEACTIVATE, access, this::deactivate));
    }

    /// All of them, or the one of a name.
    private Answer list(Request request) {
        Optional<String> name = request.query("name");
        if (name.isPresent()) {
            return Answer.ok(USERS, Page.whole(accounts.named(name.get())));
        }
        return Answer.ok(USERS, accounts.page(Paging.after(request), Paging.limit(request)));
    }

    private Answer create(Request request) {
        return Answer.json(201, CREATED, making.create(request.json(NEW_USER), Actor.of(request)));
    }

    private Answer change(Request request) {
        String id = request.segment("id");
        changes.change(id, request.json(CHANGE), Actor.of(request));
        return user(id);
    }

    private Answer deactivate(Request request) {
        String id = request.segment("id");
        changes.deactivate(id, Actor.of(request));
        return user(id);
    }

    private Answer delete(Request request) {
        FilesFate fate = request.query("files").map(AccountRoutes::fate).orElse(FilesFate.KEEP);
        deletion.delete(request.segment("id"), fate, Actor.of(request));
        return Answer.nothing();
    }

    private Answer user(String id) {
        return Answer.ok(USER, accounts.user(id).orElseThrow(Refused::notFound));
    }

    private static FilesFate fate(String word) {
        return Arrays.stream(FilesFate.values())
                .filter(fate -> fate.wire().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.badField("files", "Use keep, move or remove."));
    }
}
