// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.server.access.Access;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/control/certificate`: what the LAN door shows, for the owner at the machine.
public final class CertificateRoutes {
    private static final JsonType<DoorCertificate> SHOWN = Wire.type(DoorCertificate.class);
    private static final JsonType<OwnCertificate> OWN = Wire.type(OwnCertificate.class);

    private final CertificateChanges changes;

    public CertificateRoutes(CertificateChanges changes) {
        this.changes = changes;
    }

    public List<Route> routes() {
        Access access = Access.atTheMachine();
        return List.of(
                Route.get(Routes.CONTROL_CERTIFICATE, access, request -> Answer.ok(SHOWN, changes.now())),
                Route.put(Routes.CONTROL_CERTIFICATE, access, this::use),
                Route.delete(Routes.CONTROL_CERTIFICATE, access, this::useHome));
    }

    private Answer use(Request request) {
        return Answer.ok(SHOWN, changes.use(request.json(OWN), entry(request)));
    }

    private Answer useHome(Request request) {
        return Answer.ok(SHOWN, changes.useHome(entry(request)));
    }

    private static AuditEntry entry(Request request) {
        return AuditEntry.of(AuditKind.CERTIFICATE_CHANGE, request);
    }
}
