// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import io.jstach.jstache.JStache;
import java.util.List;
import java.util.Map;

/// What the trust page says where the owner has a certificate of another authority's. Whether a device knows that one,
/// only the device can tell: so here is what to compare where it doesn't.
@JStache(path = "app/homekeep/server/trust/nothing.mustache")
record NothingToDo(
        String language, Map<String, String> t, String server, List<TrustPage.Link> onwards, List<String> groups) {}
