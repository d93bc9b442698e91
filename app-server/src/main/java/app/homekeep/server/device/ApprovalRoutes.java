// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.device.Approval;
import app.homekeep.server.access.Access;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/approvals`: the new devices that wait, and the answers.
public final class ApprovalRoutes {
    private static final JsonType<Page<Approval>> APPROVALS = Wire.page(Approval.class);

    private final Approvals approvals;
    private final Accounts accounts;

    public ApprovalRoutes(Approvals approvals, Accounts accounts) {
        this.approvals = approvals;
        this.accounts = accounts;
    }

    public List<Route> routes() {
        Access manages = Access.manages(Permission.SESSION_MANAGE);
        return List.of(
                Route.get(Routes.APPROVALS, manages, request -> open()),
                Route.post(Routes.APPROVAL_ALLOW, manages, this::allow),
                Route.post(Routes.APPROVAL_DENY, manages, this::deny));
    }

    /// Never more than a few, so on one page.
    private Answer open() {
        return Answer.ok(APPROVALS, new Page<>(approvals.open(), null));
    }

    private Answer allow(Request request) {
        checkOwner(request);
        approvals.allow(request.segment("id"), AuditEntry.of(AuditKind.DEVICE_ALLOWED, request));
        return Answer.nothing();
    }

    private Answer deny(Request request) {
        checkOwner(request);
        approvals.deny(
                request.segment("id"),
                AuditEntry.of(AuditKind.DEVICE_DENIED, request).refused());
        return Answer.nothing();
    }

    private void checkOwner(Request request) {
        Asked asked = approvals.find(request.segment("id")).orElseThrow(Refused::notFound);
        OwnersOwn.check(request.caller(), accounts.byId(asked.accountId()).orElseThrow(Refused::notFound));
    }
}
