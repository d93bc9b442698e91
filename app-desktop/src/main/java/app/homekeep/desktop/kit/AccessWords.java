// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.text.Text;
import app.homekeep.model.Permission;
import app.homekeep.model.role.RoleInfo;
import java.util.List;

/// How roles and permissions are called on screen.
public record AccessWords(Text text) {
    /// The built-in ones in the owner's language, the owner's own as they called them.
    public String role(RoleInfo role) {
        return role.builtIn() ? text.getOr("role." + role.id(), role.name()) : role.name();
    }

    /// @param roles those that are known; a role that isn't among them is called by its id
    public String role(String id, List<RoleInfo> roles) {
        return roles.stream()
                .filter(role -> role.id().equals(id))
                .findFirst()
                .map(this::role)
                .orElseGet(() -> text.getOr("role." + id, id));
    }

    /// What it allows, such as "See and download files".
    public String permission(Permission permission) {
        return text.getOr("permission." + permission.wire().replace(':', '.'), permission.wire());
    }
}
