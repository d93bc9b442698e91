// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.role;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.role.NewRole;
import app.homekeep.model.role.RoleChange;
import app.homekeep.model.role.RoleInfo;
import app.homekeep.server.access.Access;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/roles`: to be seen by who manages accounts, to be changed by the owner.
public final class RoleRoutes {
    private static final JsonType<Page<RoleInfo>> ROLES = Wire.page(RoleInfo.class);
    private static final JsonType<RoleInfo> ROLE = Wire.type(RoleInfo.class);
    private static final JsonType<NewRole> NEW = Wire.type(NewRole.class);
    private static final JsonType<RoleChange> CHANGE = Wire.type(RoleChange.class);

    private final RoleChanges roles;

    public RoleRoutes(RoleChanges roles) {
        this.roles = roles;
    }

    public List<Route> routes() {
        Access seeing = Access.manages(Permission.USER_MANAGE);
        Access changing = Access.manages(Permission.ROLE_MANAGE);
        return List.of(
                Route.get(Routes.ROLES, seeing, request -> Answer.ok(ROLES, Page.whole(roles.list()))),
                Route.post(Routes.ROLES, changing, this::create),
                Route.patch(Routes.ROLE, changing, this::change),
                Route.delete(Routes.ROLE, changing, this::delete));
    }

    private Answer create(Request request) {
        return Answer.json(201, ROLE, roles.create(request.json(NEW), AuditEntry.of(AuditKind.ROLE_CREATE, request)));
    }

    private Answer change(Request request) {
        RoleChange change = request.json(CHANGE);
        AuditEntry entry = AuditEntry.of(AuditKind.ROLE_UPDATE, request);
        return Answer.ok(ROLE, roles.change(request.segment("id"), change, entry));
    }

    private Answer delete(Request request) {
        roles.delete(request.segment("id"), AuditEntry.of(AuditKind.ROLE_DELETE, request));
        return Answer.nothing();
    }
}
