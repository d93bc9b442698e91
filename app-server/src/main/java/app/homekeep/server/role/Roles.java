// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.role;

import app.homekeep.model.Permission;
import app.homekeep.model.Role;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each role may do, from memory: changed in the commit hook of the transaction that changes it, so the next
/// request of anybody who has the role finds the new one. Thread-safe; looking takes no lock.
public final class Roles {
    private volatile Map<String, RoleRow> roles;

    private final RoleStore store = new RoleStore();

    private Roles(Map<String, RoleRow> roles) {
        this.roles = roles;
    }

    public static Roles open(Database database) {
        return new Roles(merged(database.read(new RoleStore()::all)));
    }

    /// What accounts of this role may do now; nothing where there is no such role.
    public Set<Permission> permissions(String id) {
        return role(id).map(RoleRow::permissions).orElse(Set.of());
    }

    /// Whether there is such a role that an account may have.
    public boolean assignable(String id) {
        return role(id).isPresent() && !id.equals(Role.API.wire());
    }

    /// The same as this transaction has it, so that no account gets a role that is being deleted.
    public boolean assignable(Transaction tx, String id) {
        boolean forAccounts = !id.equals(Role.API.wire()) && !id.equals(Role.OWNER.wire());
        return forAccounts && (builtIn(id) || store.exists(tx.handle(), id));
    }

    /// All of them, the built-in ones first.
    List<RoleRow> all() {
        return List.copyOf(roles.values());
    }

    /// A role as it is in this transaction.
    Optional<RoleRow> find(Transaction tx, String id) {
        return Optional.ofNullable(merged(store.all(tx.handle())).get(id));
    }

    /// Every role may be another one from now on.
    void changed(Transaction tx) {
        Map<String, RoleRow> now = merged(store.all(tx.handle()));
        tx.afterCommit(() -> roles = now);
    }

    static boolean builtIn(String id) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.wire().equals(id));
    }

    /// Whether whoever has it is an administrator: only the owner makes, changes and removes those.
    public boolean manages(String id) {
        return role(id).map(RoleRow::manages).orElse(false);
    }

    /// Whether its accounts must have a second factor.
    public boolean requiresTotp(String id) {
        return role(id).map(RoleRow::requireTotp).orElse(false);
    }

    /// Whether new devices of its accounts need the owner's yes.
    public boolean approvesDevices(String id) {
        return role(id).map(RoleRow::approveDevices).orElse(false);
    }

    private Optional<RoleRow> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    /// The built-in ones first; a row stands for its built-in, but for the owner's, which is everything for ever.
    private static Map<String, RoleRow> merged(List<RoleRow> rows) {
        Map<String, RoleRow> all = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            all.put(role.wire(), new RoleRow(role.wire(), role.wire(), role.permissions(), false, false));
        }
        for (RoleRow row : rows) {
            if (!row.id().equals(Role.OWNER.wire())) {
                all.put(row.id(), row);
            }
        }
        return Collections.unmodifiableMap(all);
    }
}
