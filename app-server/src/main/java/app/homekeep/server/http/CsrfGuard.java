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

    private final CrossOrigins origins;

    CsrfGuard(CrossOrigins origins) {
        this.origins = origins;
    }

    /// @param match what the router found; a route for anyone needs no header, since it uses no session
    void check(Incoming request, Router.Match match) {
        boolean browserDoor = request.door() == DoorKind.LOCAL || request.door() == DoorKind.LAN;
        if (!browserDoor || !CHANGING.contains(request.method())) {
            return;
        }
        boolean forAnyone = match instanceof Router.Match.Found(Route route, var ignored)
                && route.access() instanceof Access.Anyone;
        // A listed site brings its own key or token, which no browser adds by itself.
        boolean invited = !forAnyone
                && origins.allows(request)
                && request.credential()
                        .filter(credential -> !credential.cookie())
                        .isPresent();
        if (fromElsewhere(request) && !invited) {
            throw refused("Another site may not do this.");
        }
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
