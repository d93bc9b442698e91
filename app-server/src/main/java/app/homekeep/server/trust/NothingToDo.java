// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import io.jstach.jstache.JStache;
import java.util.List;
import java.util.Map;

/// What the trust page says where the owner has a certificate that devices trust already.
@JStache(path = "app/homekeep/server/trust/nothing.mustache")
record NothingToDo(String language, Map<String, String> t, String server, List<TrustPage.Link> onwards) {}
