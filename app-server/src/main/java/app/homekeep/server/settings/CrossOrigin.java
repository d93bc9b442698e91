// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import app.homekeep.model.Invalid;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// One member of `cors_origins`: an origin as browsers write it (RFC 6454 section 6.2), HTTPS only.
final class CrossOrigin {
    private static final String SCHEME = "https://";
    private static final int USUAL_PORT = 443;
    private static final int HIGHEST_PORT = 65_535;

    private CrossOrigin() {}

    static String read(String setting, String text) {
        String origin = text.strip().toLowerCase(Locale.ROOT);
        refuseIf(origin.indexOf('*') >= 0, setting, "* would let any site's pages in. Name each origin by itself.");
        refuseIf(
                origin.equals("null"),
                setting,
                "null is the origin of files and of frames that anybody can make. Name a site.");
        refuseIf(
                !origin.startsWith(SCHEME),
                setting,
                "Begin with https://: what comes over plain HTTP can be changed on its way by anybody.");
        URI uri = parsed(setting, origin);
        refuseIf(
                uri.getRawUserInfo() != null || origin.indexOf('@') >= 0,
                setting,
                "Leave out the user name: no browser sends one in an origin.");
        refuseIf(
                !uri.getRawPath().isEmpty() || uri.getRawQuery() != null || uri.getRawFragment() != null,
                setting,
                "Leave out what follows the host, even the last slash: an origin has no path.");
        refuseIf(
                uri.getHost() == null || uri.getPort() > HIGHEST_PORT || uri.getPort() == 0,
                setting,
                "\"" + text + "\" is no origin such as https://photos.example.org:8443.");
        return SCHEME + uri.getHost() + (uri.getPort() < 0 || uri.getPort() == USUAL_PORT ? "" : ":" + uri.getPort());
    }

    private static URI parsed(String setting, String origin) {
        try {
            return new URI(origin);
        } catch (URISyntaxException _) {
            throw new Invalid(setting, "This is no origin such as https://photos.example.org:8443.");
        }
    }

    private static void refuseIf(boolean wrong, String setting, String why) {
        if (wrong) {
            throw new Invalid(setting, why);
        }
    }
}
