// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.pairing;

import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.pairing.Pairing;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// `/pairings`: begin one, watch it, end it. It takes `session:manage`, as all that is about devices does:
/// who lets new devices in by the list of approvals is who helps them in by a QR code.
public final class PairingRoutes {
    private static final JsonType<Pairing> PAIRING = Wire.type(Pairing.class);

    private final Pairings pairings;

    public PairingRoutes(Pairings pairings) {
        this.pairings = pairings;
    }

    public List<Route> routes() {
        Access manages = Access.manages(Permission.SESSION_MANAGE);
        return List.of(
                Route.post(Routes.PAIRINGS, manages, request -> Answer.json(201, PAIRING, pairings.begin())),
                Route.get(Routes.PAIRING, manages, this::show),
                Route.delete(Routes.PAIRING, manages, this::end));
    }

    private Answer show(Request request) {
        return Answer.ok(PAIRING, pairings.find(request.segment("id")).orElseThrow(Refused::notFound));
    }

    private Answer end(Request request) {
        if (!pairings.end(request.segment("id"))) {
            throw Refused.notFound();
        }
        return Answer.nothing();
    }
}
