// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.User;
import app.homekeep.server.access.Access;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/users`: the accounts, for those who manage them.
public final class AccountRoutes {
    private static final JsonType<CreatedUser> CREATED = Wire.type(CreatedUser.class);
    private static final JsonType<NewUser> NEW_USER = Wire.type(NewUser.class);
    private static final JsonType<Page<User>> USERS = Wire.page(User.class);

    private final Accounts accounts;

    public AccountRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    public List<Route> routes() {
        Access access = Access.manages(Permission.USER_MANAGE);
        return List.of(Route.get(Routes.USERS, access, this::list), Route.post(Routes.USERS, access, this::create));
    }

    private Answer list(Request request) {
        return Answer.ok(USERS, accounts.page(Paging.after(request), Paging.limit(request)));
    }

    private Answer create(Request request) {
        User user = accounts.create(request.json(NEW_USER), AuditEntry.of(AuditKind.USER_CREATE, request));
        var created = new CreatedUser(user.id(), user.username(), user.displayName(), user.role(), user.state(), null);
        return Answer.json(201, CREATED, created);
    }
}
