// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import io.jstach.jstache.JStache;
import java.util.List;
import java.util.Map;

/// Everything that the trust page says, for its template.
///
/// @param t         the texts, by their names
/// @param server    what the home is called
/// @param through   whether this is the LAN door, so the device is through already
/// @param paired    whether it came here by a code
/// @param onwards   the LAN door by an address and by the name
/// @param pictures  those that show whether this device trusts the server already
/// @param platforms the choice of devices
/// @param maybeIpad whether this may be an iPad, which says that it is a Mac
/// @param groups    the fingerprint
/// @param file      the certificate in the form that this platform takes
/// @param remove    how to take it back
@JStache(path = "app/homekeep/server/trust/page.mustache")
record TrustPage(
        String language,
        Map<String, String> t,
        String server,
        boolean through,
        boolean paired,
        List<Link> onwards,
        List<Picture> pictures,
        List<Choice> platforms,
        boolean maybeIpad,
        String ipadHref,
        List<String> groups,
        Link file,
        List<PartView> parts,
        String remove) {

    boolean pictured() {
        return !pictures.isEmpty();
    }

    record Link(String href, String label) {}

    record Picture(String src, String alt) {}

    record Choice(String href, String label, boolean current) {}

    record PartView(String heading, List<StepView> steps) {}

    /// @param number     from 1
    /// @param first      whether the certificate is fetched here
    record StepView(int number, String text, Screen screen, boolean first, boolean typed, List<String> commands) {}
}
