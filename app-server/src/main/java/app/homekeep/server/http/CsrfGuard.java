// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Access;
import app.homekeep.server.problem.Refused;
import java.util.Locale;
import java.util.Set;

/// Refuses what another site makes a browser send. Cookies come along by themselves; the `X-Requested-With` header
/// does not, and a browser says where a request comes from.
final class CsrfGuard {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    /// @param match what the router found; a route for anyone needs no header, since it uses no session
    void check(Incoming request, Router.Match match) {
        boolean browserDoor = request.door() == DoorKind.LOCAL || request.door() == DoorKind.LAN;
        if (!browserDoor || !CHANGING.contains(request.method())) {
            return;
        }
        if (fromElsewhere(request)) {
            throw refused("Another site may not do this.");
        }
        boolean forAnyone = match instanceof Router.Match.Found(Route route, var ignored)
                && route.access() instanceof Access.Anyone;
        if (!forAnyone
                && request.credential().filter(Credential::cookie).isPresent()
                && request.header("X-Requested-With").isEmpty()) {
            throw refused("The header X-Requested-With is needed.");
        }
    }

    private static boolean fromElsewhere(Incoming request) {
        boolean crossSite = request.header("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
        boolean foreignOrigin = request.header("Origin")
                .filter(origin -> !origin.toLowerCase(Locale.ROOT).equals(request.origin()))
                .isPresent();
        return crossSite || foreignOrigin;
    }

    private static Refused refused(String sentence) {
        return new Refused(ProblemCode.CSRF, sentence);
    }
}
