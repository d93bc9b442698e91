// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.lockdown;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.lockdown.Lockdown;
import app.homekeep.server.access.Access;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/lockdown`: whoever manages sessions may lock down; only the owner at the machine opens again.
public final class LockdownRoutes {
    private static final JsonType<Lockdown> LOCKDOWN = Wire.type(Lockdown.class);

    private final Lockdowns lockdowns;
    private final LanAccess lan;

    public LockdownRoutes(Lockdowns lockdowns, LanAccess lan) {
        this.lockdowns = lockdowns;
        this.lan = lan;
    }

    public List<Route> routes() {
        Access manages = Access.manages(Permission.SESSION_MANAGE);
        return List.of(
                Route.get(Routes.LOCKDOWN, manages, request -> Answer.ok(LOCKDOWN, lockdowns.state())),
                Route.post(Routes.LOCKDOWN, manages, this::lock),
                Route.delete(Routes.LOCKDOWN, Access.atTheMachine(), this::lift));
    }

    private Answer lock(Request request) {
        return Answer.ok(LOCKDOWN, lockdowns.lock(lan, request.caller().name(), kind -> AuditEntry.of(kind, request)));
    }

    private Answer lift(Request request) {
        if (!lockdowns.lift(lan, AuditEntry.of(AuditKind.LOCKDOWN_END, request))) {
            throw new Refused(ProblemCode.CONFLICT, "The house isn't locked down.");
        }
        return Answer.ok(LOCKDOWN, lockdowns.state());
    }
}
