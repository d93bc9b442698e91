// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.session;

import io.avaje.jsonb.Json;
import java.time.Instant;

/// One signed-in browser on one device.
///
/// @param user       the username
/// @param device     what a person would call it, such as `Anna's Pixel` or `Android phone`
/// @param browser    such as `Chrome 141`
/// @param address    the address it was last seen from
/// @param lastSeenAt exact to a minute
/// @param current    whether it is the one that asks
@Json(naming = Json.Naming.LowerUnderscore)
public record SessionInfo(
        String id,
        String user,
        String device,
        String browser,
        String address,
        Instant createdAt,
        Instant lastSeenAt,
        boolean current) {}
