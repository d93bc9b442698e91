// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.role.NewRole;
import app.homekeep.model.role.RoleChange;
import app.homekeep.model.role.RoleInfo;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// Roles over the control door. Thread-safe.
final class HttpRolesApi implements RolesApi {
    private static final JsonType<Page<RoleInfo>> ROLES = Wire.page(RoleInfo.class);
    private static final JsonType<NewRole> NEW = Wire.type(NewRole.class);
    private static final JsonType<RoleChange> CHANGE = Wire.type(RoleChange.class);

    private final ServerLine line;

    HttpRolesApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public List<RoleInfo> roles() {
        return line.all(new Query(Routes.ROLES), ROLES);
    }

    @Override
    public void create(NewRole role) {
        line.tell("POST", Routes.ROLES, NEW, role);
    }

    @Override
    public void change(String id, RoleChange change) {
        line.tell("PATCH", ServerLine.path(Routes.ROLE, id), CHANGE, change);
    }

    @Override
    public void delete(String id) {
        line.delete(ServerLine.path(Routes.ROLE, id));
    }
}
