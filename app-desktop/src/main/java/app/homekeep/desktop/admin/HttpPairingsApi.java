// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.pairing.Pairing;
import io.avaje.jsonb.JsonType;

/// Pairings over the control door. Thread-safe.
final class HttpPairingsApi implements PairingsApi {
    private static final JsonType<Pairing> PAIRING = Wire.type(Pairing.class);

    private final ServerLine line;

    HttpPairingsApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public Pairing begin() {
        return line.post(Routes.PAIRINGS, PAIRING);
    }

    @Override
    public Pairing pairing(String id) {
        return line.get(ServerLine.path(Routes.PAIRING, id), ControlDoor.SOON, PAIRING);
    }

    @Override
    public void end(String id) {
        line.delete(ServerLine.path(Routes.PAIRING, id));
    }
}
