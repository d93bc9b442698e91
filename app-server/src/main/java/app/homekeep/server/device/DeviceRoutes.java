// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.device.DeviceTrust;
import app.homekeep.model.device.KnownDevice;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.EndReason;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Optional;

/// One's own known devices, and anybody's for those who manage sessions.
public final class DeviceRoutes {
    private static final JsonType<Page<KnownDevice>> DEVICES = Wire.page(KnownDevice.class);

    private static final JsonType<DeviceTrust> TRUST = Wire.type(DeviceTrust.class);

    private final Devices devices;
    private final Accounts accounts;

    public DeviceRoutes(Devices devices, Accounts accounts) {
        this.devices = devices;
        this.accounts = accounts;
    }

    public List<Route> routes() {
        Access manages = Access.manages(Permission.SESSION_MANAGE);
        return List.of(
                Route.get(Routes.MY_DEVICES, Access.signedIn(), this::mine),
                Route.delete(Routes.MY_DEVICE, Access.signedIn(), this::revokeMine),
                Route.put(Routes.MY_DEVICE_TRUST, Access.signedIn(), this::trust),
                Route.get(Routes.DEVICES, manages, this::of),
                Route.delete(Routes.DEVICE, manages, this::revoke));
    }

    private Answer mine(Request request) {
        Caller.SignedIn caller = request.signedIn();
        return page(request, caller.userId(), Optional.of(caller.sessionId()));
    }

    private Answer revokeMine(Request request) {
        return revoke(request, Optional.of(request.signedIn().userId()), EndReason.DEVICE);
    }

    /// Whether a browser trusts the server only the browser knows. It says so of itself alone, and nothing
    /// is decided by it.
    private Answer trust(Request request) {
        if (!request.secure()) {
            throw new Refused(ProblemCode.CONFLICT, "This connection has no certificate that could be trusted.");
        }
        boolean trusted = request.json(TRUST).trusted();
        if (!devices.trust(request.signedIn().sessionId(), trusted)) {
            throw Refused.notFound();
        }
        return Answer.nothing();
    }

    /// `?user=NAME`.
    private Answer of(Request request) {
        String name =
                request.query("user").orElseThrow(() -> Refused.badField("user", "Say whose devices: user=NAME."));
        return page(request, accounts.idOf(name).orElseThrow(Refused::notFound), Optional.empty());
    }

    private Answer revoke(Request request) {
        String accountId = devices.accountOf(request.segment("id")).orElseThrow(Refused::notFound);
        OwnersOwn.check(request.caller(), accounts.byId(accountId).orElseThrow(Refused::notFound));
        return revoke(request, Optional.of(accountId), EndReason.DEVICE);
    }

    private Answer page(Request request, String accountId, Optional<String> session) {
        return Answer.ok(DEVICES, devices.page(accountId, session, Paging.after(request), Paging.limit(request)));
    }

    private Answer revoke(Request request, Optional<String> accountId, EndReason reason) {
        AuditEntry entry = AuditEntry.of(AuditKind.DEVICE_REVOKE, request);
        if (!devices.revoke(request.segment("id"), accountId, reason, entry)) {
            throw Refused.notFound();
        }
        return Answer.nothing();
    }
}
