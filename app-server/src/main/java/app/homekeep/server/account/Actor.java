// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Permission;
import app.homekeep.model.Role;
import app.homekeep.server.access.Caller;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Request;
import java.util.Collection;

/// Who does something to accounts, and from where.
public record Actor(Caller caller, String address) {
    public static Actor of(Request request) {
        return new Actor(request.caller(), request.address());
    }

    /// For the audit log.
    public AuditEntry note(AuditKind kind) {
        return AuditEntry.of(kind, caller, address);
    }

    /// The username.
    public String name() {
        return caller.name();
    }

    /// Whether it is the owner, in a browser or at the machine.
    public boolean owner() {
        return switch (caller) {
            case Caller.Anonymous _ -> false;
            case Caller.Person person -> person.user().role().equals(Role.OWNER.wire());
            case Caller.AtTheMachine _ -> true;
        };
    }

    /// Whether this is their own account.
    public boolean is(Account account) {
        return caller instanceof Caller.Person person && person.userId().equals(account.id());
    }

    boolean mayAll(Collection<Permission> permissions) {
        return permissions.stream().allMatch(caller::may);
    }
}
