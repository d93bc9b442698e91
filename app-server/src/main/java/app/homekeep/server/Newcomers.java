// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.http.Route;
import app.homekeep.server.pairing.PairingRoutes;
import app.homekeep.server.pairing.Pairings;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.trust.Anchor;
import app.homekeep.server.trust.Fingerprint;
import app.homekeep.server.trust.TrustRoutes;
import java.util.List;
import java.util.stream.Stream;

/// What helps a new device in, put together: the trust page, and pairing, which watches it come.
final class Newcomers {
    private final TrustRoutes trust;
    private final PairingRoutes pairing;

    Newcomers(Foundation f, StatusReport status, Network network) {
        var pairings = new Pairings(
                f.database,
                f.audit,
                f.events,
                status::reachable,
                () -> fingerprint(network.anchor()),
                f.ids,
                f.random,
                f.clock);
        pairing = new PairingRoutes(pairings);
        trust = new TrustRoutes(
                network::anchor, () -> f.settings.get(KnownSettings.SERVER_NAME), status::reachable, pairings);
    }

    List<Route> routes() {
        return Stream.concat(pairing.routes().stream(), trust.routes().stream()).toList();
    }

    /// What the welcome door serves itself.
    List<Route> welcome() {
        return trust.welcome();
    }

    /// Empty where there is nothing to compare.
    private static String fingerprint(Anchor anchor) {
        return switch (anchor) {
            case Anchor.HomeCa(var root) -> Fingerprint.of(root).hex();
            case Anchor.Own(var certificate) -> Fingerprint.of(certificate).hex();
            case Anchor.None() -> "";
        };
    }
}
