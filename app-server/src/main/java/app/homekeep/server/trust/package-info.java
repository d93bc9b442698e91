// SPDX-License-Identifier: Apache-2.0
/// The trust page: what a device must be told once, so that it opens the LAN door without a warning.
@NullMarked
@JStacheConfig(type = JStacheType.JSTACHIO, contentType = Html.class)
package app.homekeep.server.trust;

import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;
import io.jstach.jstachio.escapers.Html;
import org.jspecify.annotations.NullMarked;
