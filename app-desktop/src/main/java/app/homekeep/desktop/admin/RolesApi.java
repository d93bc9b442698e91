// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.role.NewRole;
import app.homekeep.model.role.RoleChange;
import app.homekeep.model.role.RoleInfo;
import java.util.List;

/// Roles. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface RolesApi {
    List<RoleInfo> roles();

    void create(NewRole role);

    void change(String id, RoleChange change);

    /// Refused while an account has it.
    void delete(String id);
}
