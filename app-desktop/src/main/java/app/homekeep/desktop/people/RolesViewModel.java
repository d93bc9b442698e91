// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.RolesApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Limits;
import app.homekeep.model.Permission;
import app.homekeep.model.Role;
import app.homekeep.model.role.NewRole;
import app.homekeep.model.role.RoleChange;
import app.homekeep.model.role.RoleInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Who may do what. What is ticked holds at once. FX thread only.
final class RolesViewModel {
    private final Text text;
    private final RolesApi api;
    private final Background background;
    private final Deeds deeds;
    private final AccessWords words;
    private final Live<List<RoleInfo>> roles;
    // What was ticked and not answered yet, so that two quick ticks don't undo each other.
    private final Map<String, Set<Permission>> asked = new HashMap<>();

    /// A role being named, new or anew.
    static final class Naming {
        final Field name = new Field();
        final FormState state;
        private final Optional<RoleInfo> before;

        private Naming(FormState state, Optional<RoleInfo> before) {
            this.state = state;
            this.before = before;
            before.ifPresent(role -> name.value.set(role.name()));
        }
    }

    RolesViewModel(Text text, Live.Source source, RolesApi api, Deeds deeds) {
        this.text = text;
        this.api = api;
        this.background = source.background();
        this.deeds = deeds;
        words = new AccessWords(text);
        // How many people have a role changes with people.
        roles = new Live<>(source, api::roles, AdminEvents.ROLES_CHANGED, AdminEvents.USERS_CHANGED);
    }

    ReadOnlyObjectProperty<Load<List<RoleInfo>>> roles() {
        return roles.value();
    }

    void onShow() {
        roles.onShow();
    }

    void onHide() {
        roles.onHide();
    }

    void load() {
        roles.load();
    }

    /// Nobody has the role of API keys, so there is nobody to ask for a second factor.
    boolean hasPeople(RoleInfo role) {
        return !role.id().equals(Role.API.wire());
    }

    void permit(RoleInfo role, Permission permission, boolean allowed) {
        Set<Permission> permissions =
                new HashSet<>(asked.getOrDefault(role.id(), now(role).permissions()));
        if (allowed) {
            permissions.add(permission);
        } else {
            permissions.remove(permission);
        }
        asked.put(role.id(), permissions);
        change(role, new RoleChange(null, permissions, null, null));
    }

    void requireTotp(RoleInfo role, boolean required) {
        change(role, new RoleChange(null, null, required, null));
    }

    void approveDevices(RoleInfo role, boolean wanted) {
        change(role, new RoleChange(null, null, null, wanted));
    }

    void delete(RoleInfo role) {
        deeds.run(() -> api.delete(role.id()), text.get("roles.deleted", words.role(role)), this::load);
    }

    /// @param before the role that gets another name; empty for a new one
    Naming naming(Optional<RoleInfo> before) {
        return new Naming(new FormState(text, background), before);
    }

    /// Sends a name that makes sense; otherwise says what doesn't.
    void send(Naming naming, Runnable onDone) {
        String name = naming.name.words();
        boolean fits = name.codePointCount(0, name.length()) <= Limits.NAME_LONGEST;
        String wrong = name.isEmpty() ? text.get("roles.name.missing") : text.get("form.long", Limits.NAME_LONGEST);
        if (!naming.name.check(name.isEmpty() || !fits ? wrong : "")) {
            return;
        }
        naming.state.send(
                () -> {
                    naming.before.ifPresentOrElse(
                            role -> api.change(role.id(), new RoleChange(name, null, null, null)),
                            // A new role may look at files, as a viewer: nothing that could do harm.
                            () -> api.create(new NewRole(name, Role.VIEWER.permissions())));
                    return true;
                },
                _ -> {
                    load();
                    onDone.run();
                });
    }

    /// The role as it was last heard of, not as it was when it was drawn.
    private RoleInfo now(RoleInfo role) {
        return roles.now().stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(role.id()))
                .findFirst()
                .orElse(role);
    }

    private void change(RoleInfo role, RoleChange change) {
        deeds.run(() -> api.change(role.id(), change), text.get("roles.changed", words.role(role)), () -> {
            asked.remove(role.id());
            load();
        });
    }
}
