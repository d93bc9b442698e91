// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.role;

import app.homekeep.model.Invalid;
import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.model.role.NewRole;
import app.homekeep.model.role.RoleChange;
import app.homekeep.model.role.RoleInfo;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes, changes and deletes roles. What somebody may do changes with their next request; what they have open is cut.
/// Thread-safe.
public final class RoleChanges {
    private final Database database;
    private final RoleStore store = new RoleStore();
    private final Roles roles;
    private final RoleBearers bearers;
    private final AuditLog audit;
    private final EventHub events;
    private final Ids ids;
    private final Clock clock;

    public RoleChanges(
            Database database,
            Roles roles,
            RoleBearers bearers,
            AuditLog audit,
            EventHub events,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.roles = roles;
        this.bearers = bearers;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// All of them, the built-in ones first.
    public List<RoleInfo> list() {
        Map<String, Long> users = database.read(store::users);
        return roles.all().stream()
                .map(role -> info(role, users.getOrDefault(role.id(), 0L)))
                .toList();
    }

    /// @param entry who does it
    /// @throws Invalid for a permission that no role can have
    /// @throws Refused 409 when the name is taken
    public RoleInfo create(NewRole request, AuditEntry entry) {
        var role = new RoleRow(ids.next(), request.name().strip(), request.permissions(), false, false);
        checkPermissions(role);
        return database.write(tx -> {
            if (Roles.builtIn(folded(role.name())) || !store.insert(tx.handle(), role, folded(role.name()), now())) {
                throw taken();
            }
            audit.append(tx, entry.target(role.name()).detail(words(role.permissions())));
            announce(tx);
            return info(role, 0);
        });
    }

    /// @param entry who does it
    /// @throws Invalid for a permission that it can't have
    /// @throws Refused 404; 409 for the owner's, for the name of a built-in one, and when the name is taken
    public RoleInfo change(String id, RoleChange change, AuditEntry entry) {
        return database.write(tx -> {
            RoleRow before = roles.find(tx, id).orElseThrow(Refused::notFound);
            RoleRow after = changed(before, change);
            check(before, after);
            if (!after.equals(before)) {
                write(tx, after);
                audit.append(tx, entry.target(after.name()).detail(difference(before, after)));
                if (!after.permissions().equals(before.permissions())) {
                    bearers.rightsChanged(tx, id);
                }
                announce(tx);
            }
            return info(after, store.users(tx.handle()).getOrDefault(id, 0L));
        });
    }

    /// @param entry who does it
    /// @throws Refused 404; 409 for a built-in one, and while an account has it or an invite gives it
    public void delete(String id, AuditEntry entry) {
        database.write(tx -> {
            RoleRow role = roles.find(tx, id).orElseThrow(Refused::notFound);
            if (Roles.builtIn(id)) {
                throw conflict("This role is part of Homekeep and can't be deleted.");
            }
            if (!store.delete(tx.handle(), id, now())) {
                throw conflict("Somebody has this role, or is invited with it. Give them another one first.");
            }
            audit.append(tx, entry.target(role.name()));
            announce(tx);
            return role;
        });
    }

    private void write(Transaction tx, RoleRow role) {
        String folded = folded(role.name());
        boolean reserved = !Roles.builtIn(role.id()) && Roles.builtIn(folded);
        boolean written = !reserved
                && (store.exists(tx.handle(), role.id())
                        ? store.update(tx.handle(), role, folded)
                        : store.insert(tx.handle(), role, folded, now()));
        if (!written) {
            throw taken();
        }
    }

    private static RoleRow changed(RoleRow role, RoleChange change) {
        return new RoleRow(
                role.id(),
                Objects.requireNonNullElse(change.name(), role.name()).strip(),
                Objects.requireNonNullElse(change.permissions(), role.permissions()),
                Objects.requireNonNullElse(change.requireTotp(), role.requireTotp()),
                Objects.requireNonNullElse(change.approveDevices(), role.approveDevices()));
    }

    private static void check(RoleRow before, RoleRow after) {
        if (before.id().equals(Role.OWNER.wire())) {
            throw conflict("The owner may do everything, for ever.");
        }
        if (Roles.builtIn(before.id()) && !after.name().equals(before.name())) {
            throw conflict("This role is part of Homekeep and can't be renamed.");
        }
        checkPermissions(after);
    }

    private static void checkPermissions(RoleRow role) {
        if (!role.permissions().stream().allMatch(permission -> permission.fits(role.id()))) {
            throw new Invalid(
                    "permissions",
                    role.id().equals(Role.API.wire())
                            ? "An API key manages nothing: files and reading the audit log are the most."
                            : "Only the owner changes roles: whoever may, may give themselves everything.");
        }
    }

    private static String difference(RoleRow before, RoleRow after) {
        var facts = new ArrayList<String>();
        if (!after.name().equals(before.name())) {
            facts.add("name " + before.name() + " → " + after.name());
        }
        if (!after.permissions().equals(before.permissions())) {
            facts.add(words(before.permissions()) + " → " + words(after.permissions()));
        }
        if (after.requireTotp() != before.requireTotp()) {
            facts.add(after.requireTotp() ? "second factor required" : "second factor no longer required");
        }
        if (after.approveDevices() != before.approveDevices()) {
            facts.add(after.approveDevices() ? "new devices are approved" : "new devices are no longer approved");
        }
        return String.join(", ", facts);
    }

    private static String words(Set<Permission> permissions) {
        return permissions.isEmpty()
                ? "nothing"
                : permissions.stream().sorted().map(Permission::wire).collect(Collectors.joining(" "));
    }

    private void announce(Transaction tx) {
        roles.changed(tx);
        tx.afterCommit(() -> events.publish(new EventHub.Event.RolesChanged()));
    }

    private static RoleInfo info(RoleRow role, long users) {
        return new RoleInfo(
                role.id(),
                role.name(),
                Roles.builtIn(role.id()),
                !role.id().equals(Role.OWNER.wire()),
                role.permissions(),
                role.requireTotp(),
                role.approveDevices(),
                users);
    }

    /// Names are compared without regard to case and look-alikes.
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private Instant now() {
        return clock.instant();
    }

    private static Refused taken() {
        return conflict("There is a role of that name already.");
    }

    private static Refused conflict(String sentence) {
        return new Refused(ProblemCode.CONFLICT, sentence);
    }
}
