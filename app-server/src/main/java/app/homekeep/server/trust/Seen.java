// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import io.jstach.jstache.JStache;

/// A small picture that says: this device comes to Homekeep without a warning. A page embeds it over HTTPS;
/// it arrives where that is so, and its `alt` says the opposite where it is not.
@JStache(path = "app/homekeep/server/trust/seen.mustache")
record Seen(String text) {}
