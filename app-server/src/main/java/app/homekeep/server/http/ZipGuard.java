// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.util.Headers;
import java.util.Locale;

/// Has nothing zipped that another site makes a browser ask for. Whoever listens on the network, and has such a site
/// open in a member's browser, could try guesses in the requests and tell by the length of what is zipped which one
/// stands in the answer (BREACH, CVE-2013-3587).
final class ZipGuard implements Filter {
    @Override
    public void check(Incoming request) {
        if (fromElsewhere(request)) {
            request.headers().remove(Headers.ACCEPT_ENCODING);
        }
    }

    private static boolean fromElsewhere(Incoming request) {
        boolean crossSite = request.header("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
        String ours = request.origin() + "/";
        boolean foreignPage = request.header("Referer")
                .filter(page -> !(page + "/").toLowerCase(Locale.ROOT).startsWith(ours))
                .isPresent();
        return crossSite || foreignPage;
    }
}
